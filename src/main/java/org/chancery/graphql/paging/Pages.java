package org.chancery.graphql.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.chancery.database.LazyAttributes;
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
    if (batchLoading.isOnlyAskedFor(PagedList.TOTAL_COUNT)) {
      return unread(source, null, query);
    }
    return batchLoading
        .<ConnectionSource<E>, PageQuery<E>, Page<E>>load(
            source,
            pageQuery(query, request),
            (sources, same) ->
                withCursors(
                    source,
                    same,
                    Map.of(source, source.page(session, null, same.query(), same.request()))))
        .thenApply(this::connection);
  }

  /** A page of an owner's list. */
  public <E> CompletionStage<Connection<E>> connection(
      ConnectionSource<E> source, UUID owner, ListQuery<E> query, PageArguments request) {
    check(source, query, request);
    if (batchLoading.isOnlyAskedFor(PagedList.TOTAL_COUNT)) {
      return unread(source, owner, query);
    }
    return batchLoading
        .<UUID, PageQuery<E>, Page<E>>load(
            owner,
            pageQuery(query, request),
            (owners, same) ->
                withCursors(
                    source, same, source.pages(session, owners, same.query(), same.request())))
        .thenApply(this::connection);
  }

  private <E> PageQuery<E> pageQuery(ListQuery<E> query, PageArguments request) {
    return new PageQuery<>(
        query,
        request,
        batchLoading.mayBeAskedFor(PagedList.EDGES)
            || batchLoading.mayBeAskedFor(PagedList.PAGE_INFO));
  }

  /** Reads what the cursors of these pages are made of, where one may be asked for. */
  private <K, E> Map<K, Page<E>> withCursors(
      ConnectionSource<E> source, PageQuery<E> asked, Map<K, Page<E>> pages) {
    List<String> groups =
        asked.hasCursors() ? asked.query().orderIn(source.order()).groups() : List.of();
    if (!groups.isEmpty()) {
      LazyAttributes.read(
          session, pages.values().stream().flatMap(page -> page.items().stream()).toList(), groups);
    }
    return pages;
  }

  /** Of which only the total is asked for: no page of it is read. */
  private <E> CompletionStage<Connection<E>> unread(
      ConnectionSource<E> source, @Nullable UUID owner, ListQuery<E> query) {
    Page<E> none =
        new Page<>(
            new PageContext<>(source, owner, query.filter(), query.orderIn(source.order())),
            List.of(),
            false,
            false);
    // At once, so that a filter that cannot be used is an error of the list, as elsewhere.
    return total(none).thenApply(total -> new Connection<>(none, total));
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
    ConnectionSource<?> source = page.list().source();
    UUID owner = page.list().owner();
    // In a batch of its own, so that an error does not affect its siblings.
    Counted counted = new Counted(source, page.list().filter());
    CompletionStage<@Nullable Long> total =
        owner == null
            ? batchLoading.<ConnectionSource<?>, Counted, Long>load(
                source,
                counted,
                (sources, same) -> Map.of(source, source.total(session, same.filter())))
            : batchLoading.<UUID, Counted, Long>load(
                owner,
                counted,
                (owners, same) -> same.source().totals(session, owners, same.filter()));
    return total.thenApply(number -> number == null ? 0 : Math.toIntExact(number));
  }

  /**
   * A page that is asked for.
   *
   * @param hasCursors whether cursors into it may be asked for
   */
  private record PageQuery<E>(ListQuery<E> query, PageArguments request, boolean hasCursors) {}

  private record Counted(ConnectionSource<?> source, Filter filter) {}
}
