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
import org.chancery.graphql.execution.Batches;
import org.chancery.graphql.finding.Filter;
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

  /** A page of what is chosen of all things of a kind. */
  public <E> CompletionStage<Page<E>> of(
      Listing<E> listing, Choice<E> choice, PageRequest request) {
    check(listing, choice, request);
    return batches
        .<Listing<E>, Asked<E>, Page<E>>load(
            listing,
            new Asked<>(choice, request),
            (listings, same) ->
                Map.of(listing, listing.page(session, null, same.choice(), same.request())))
        .thenApply(Objects::requireNonNull);
  }

  /** A page of what is chosen of that which belongs to an owner. */
  public <E> CompletionStage<Page<E>> of(
      Listing<E> listing, UUID owner, Choice<E> choice, PageRequest request) {
    check(listing, choice, request);
    return batches
        .<UUID, Asked<E>, Page<E>>load(
            owner,
            new Asked<>(choice, request),
            (owners, same) -> listing.pages(session, owners, same.choice(), same.request()))
        .thenApply(Objects::requireNonNull);
  }

  /** So that a cursor or an order that cannot be used is an error at its own field only. */
  private static <E> void check(Listing<E> listing, Choice<E> choice, PageRequest request) {
    var unused = choice.filter().search();
    Order<E> order = choice.orderIn(listing.order());
    Keyset.of(listing.name(order), order, request);
  }

  /** How many items the whole list has that a page is part of. */
  public CompletionStage<Integer> total(Page<?> page) {
    Counted counted = new Counted(page.list().listing(), page.list().owner(), page.list().filter());
    return batches
        .load(counted, this::totals)
        .thenApply(total -> total == null ? 0 : Math.toIntExact(total));
  }

  private Map<Counted, Long> totals(Collection<Counted> counted) {
    Map<Counted, Long> totals = new HashMap<>();
    counted.stream()
        .collect(Collectors.groupingBy(one -> new Counted(one.listing(), null, one.filter())))
        .forEach((list, ofOne) -> totals.putAll(totals(list, ofOne)));
    return totals;
  }

  private Map<Counted, Long> totals(Counted list, List<Counted> counted) {
    Map<Counted, Long> totals = new HashMap<>();
    List<UUID> owners = counted.stream().map(Counted::owner).filter(Objects::nonNull).toList();
    if (owners.isEmpty()) {
      totals.put(list, list.listing().total(session, list.filter()));
    } else {
      list.listing()
          .totals(session, owners, list.filter())
          .forEach(
              (owner, total) ->
                  totals.put(new Counted(list.listing(), owner, list.filter()), total));
    }
    return totals;
  }

  private record Asked<E>(Choice<E> choice, PageRequest request) {}

  private record Counted(Listing<?> listing, @Nullable UUID owner, Filter filter) {}
}
