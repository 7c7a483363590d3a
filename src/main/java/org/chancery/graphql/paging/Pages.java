package org.chancery.graphql.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.chancery.graphql.fetching.Batches;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads pages and totals of lists, those of many owners together. */
@ApplicationScoped
public class Pages {

  private final Batches batches;
  private final Session session;

  Pages(Batches batches, Session session) {
    this.batches = batches;
    this.session = session;
  }

  /** A page of all things of a kind. */
  public <E> CompletionStage<Page<E>> of(Listing<E> listing, PageRequest request) {
    Keyset keyset = listing.keyset(request);
    return batches
        .<Listing<E>, PageRequest, Page<E>>load(
            listing,
            request,
            (listings, same) -> Map.of(listing, listing.page(session, same, keyset)))
        .thenApply(Objects::requireNonNull);
  }

  /** A page of what belongs to an owner. */
  public <E> CompletionStage<Page<E>> of(Listing<E> listing, UUID owner, PageRequest request) {
    // Read here already, so that a cursor that cannot be used is an error at its own field only.
    listing.keyset(request);
    return batches
        .<UUID, PageRequest, Page<E>>load(
            owner,
            request,
            (owners, same) -> listing.pages(session, owners, same, listing.keyset(same)))
        .thenApply(Objects::requireNonNull);
  }

  /** How many items the whole list has that a page is part of. */
  public CompletionStage<Integer> total(Page<?> page) {
    return batches
        .load(new Counted(page.listing(), page.owner()), this::totals)
        .thenApply(total -> total == null ? 0 : Math.toIntExact(total));
  }

  private Map<Counted, Long> totals(Collection<Counted> counted) {
    Map<Counted, Long> totals = new HashMap<>();
    counted.stream()
        .collect(Collectors.groupingBy(Counted::listing))
        .forEach((listing, ofOne) -> totals.putAll(totals(listing, ofOne)));
    return totals;
  }

  private Map<Counted, Long> totals(Listing<?> listing, List<Counted> counted) {
    Map<Counted, Long> totals = new HashMap<>();
    List<UUID> owners = counted.stream().map(Counted::owner).filter(Objects::nonNull).toList();
    if (owners.isEmpty()) {
      totals.put(new Counted(listing, null), listing.total(session));
    } else {
      listing
          .totals(session, owners)
          .forEach((owner, total) -> totals.put(new Counted(listing, owner), total));
    }
    return totals;
  }

  private record Counted(Listing<?> listing, @Nullable UUID owner) {}
}
