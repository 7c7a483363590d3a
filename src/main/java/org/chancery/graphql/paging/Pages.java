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
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.filter.Filter;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads pages and totals of lists, those of many owners together. */
@ApplicationScoped
public class Pages {

  private final BatchLoading batchLoading;
  private final Session session;

  Pages(BatchLoading batchLoading, Session session) {
    this.batchLoading = batchLoading;
    this.session = session;
  }

  /** A page of a list of all entities of a type. */
  public <E> CompletionStage<Connection<E>> connection(
      ConnectionSource<E> source, ListQuery<E> query, PageArguments request) {
    check(source, query, request);
    return batchLoading
        .<ConnectionSource<E>, PageQuery<E>, Page<E>>load(
            source,
            new PageQuery<>(query, request),
            (sources, same) ->
                Map.of(source, source.page(session, null, same.query(), same.request())))
        .thenApply(this::connection);
  }

  /** A page of an owner's list. */
  public <E> CompletionStage<Connection<E>> connection(
      ConnectionSource<E> source, UUID owner, ListQuery<E> query, PageArguments request) {
    check(source, query, request);
    return batchLoading
        .<UUID, PageQuery<E>, Page<E>>load(
            owner,
            new PageQuery<>(query, request),
            (owners, same) -> source.pages(session, owners, same.query(), same.request()))
        .thenApply(this::connection);
  }

  private <E> Connection<E> connection(@Nullable Page<E> page) {
    Page<E> read = Objects.requireNonNull(page);
    return new Connection<>(read, () -> total(read));
  }

  /** So that a cursor or an order that cannot be used is an error at its own field only. */
  private static <E> void check(
      ConnectionSource<E> source, ListQuery<E> query, PageArguments request) {
    var unused = query.filter().search();
    KeysetOrder<E> order = query.orderIn(source.order());
    Keyset.of(source.name(order), order, request);
  }

  /** How many items the whole list has that a page is part of. */
  private CompletionStage<Integer> total(Page<?> page) {
    Counted counted = new Counted(page.list().source(), page.list().owner(), page.list().filter());
    return batchLoading
        .load(counted, this::totals)
        .thenApply(total -> total == null ? 0 : Math.toIntExact(total));
  }

  private Map<Counted, Long> totals(Collection<Counted> counted) {
    Map<Counted, Long> totals = new HashMap<>();
    counted.stream()
        .collect(Collectors.groupingBy(one -> new Counted(one.source(), null, one.filter())))
        .forEach((list, ofOne) -> totals.putAll(totals(list, ofOne)));
    return totals;
  }

  private Map<Counted, Long> totals(Counted list, List<Counted> counted) {
    Map<Counted, Long> totals = new HashMap<>();
    List<UUID> owners = counted.stream().map(Counted::owner).filter(Objects::nonNull).toList();
    if (owners.isEmpty()) {
      totals.put(list, list.source().total(session, list.filter()));
    } else {
      list.source()
          .totals(session, owners, list.filter())
          .forEach(
              (owner, total) ->
                  totals.put(new Counted(list.source(), owner, list.filter()), total));
    }
    return totals;
  }

  private record PageQuery<E>(ListQuery<E> query, PageArguments request) {}

  private record Counted(ConnectionSource<?> source, @Nullable UUID owner, Filter filter) {}
}
