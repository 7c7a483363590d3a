package org.chancery.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.discovery.SearchApi.SearchQuery;
import org.chancery.graphql.counting.Count;
import org.chancery.graphql.filter.Condition;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeSources;
import org.chancery.graphql.paging.ConnectionSource;
import org.chancery.graphql.paging.Keyset;
import org.chancery.graphql.paging.KeysetOrder;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.search.Relevance;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** Finds things of all kinds by their words: one SQL statement, and one for each kind on a page. */
@ApplicationScoped
class SearchReader {

  static final ConnectionSource<SearchResult> SOURCE =
      ConnectionSource.derived(
          "Query.search",
          SearchResult.class,
          KeysetOrder.by(
              List.of(
                  Column.<SearchResult>byNumber("r.relevance", SearchResult::relevance).reversed(),
                  Column.byNumber("r.kind", result -> result.kind().rank()),
                  Column.byId("r.id", result -> result.searched().uuid()))));

  private final Session session;
  private final NodeSources sources;

  SearchReader(Session session, NodeSources sources) {
    this.session = session;
    this.sources = sources;
  }

  Map<SearchQuery, Page<SearchResult>> pages(
      Collection<SearchQuery> queries, PageArguments request) {
    return queries.stream()
        .collect(Collectors.toMap(Function.identity(), query -> page(query, request)));
  }

  Map<SearchQuery, Integer> totals(Collection<SearchQuery> queries) {
    return queries.stream().collect(Collectors.toMap(Function.identity(), this::total));
  }

  /** How many things of each kind there are. */
  Map<SearchQuery, List<Count>> counts(Collection<SearchQuery> queries) {
    return queries.stream().collect(Collectors.toMap(Function.identity(), this::counts));
  }

  private Page<SearchResult> page(SearchQuery query, PageArguments request) {
    Keyset keyset = SOURCE.keyset(request);
    Map<String, Object> parameters = new HashMap<>();
    SelectionQuery<Object[]> found =
        session
            .createSelectionQuery(
                "select r.kind, r.id, r.relevance from (%s) r where %s order by %s limit :limit"
                    .formatted(
                        all(query, parameters),
                        keyset.condition(),
                        SOURCE.orderBy(request.backward())),
                Object[].class)
            .setParameter("limit", request.size() + 1);
    Condition.setAll(found, parameters);
    Condition.setAll(found, keyset.parameters());
    return SOURCE.page(null, Filter.NONE, resultsOf(query, found.getResultList()), request);
  }

  private int total(SearchQuery query) {
    Map<String, Object> parameters = new HashMap<>();
    SelectionQuery<Long> total =
        session.createSelectionQuery(
            "select count(*) from (%s) r".formatted(found(query, "", parameters)), Long.class);
    Condition.setAll(total, parameters);
    return Math.toIntExact(total.getSingleResult());
  }

  private List<Count> counts(SearchQuery query) {
    Map<String, Object> parameters = new HashMap<>();
    SelectionQuery<Object[]> counts =
        session.createSelectionQuery(
            "select r.kind, count(*) from (%s) r group by 1 order by 2 desc, 1"
                .formatted(found(query, "", parameters)),
            Object[].class);
    Condition.setAll(counts, parameters);
    return counts.getResultList().stream()
        .map(
            row -> {
              SearchKind kind = kindOf(row);
              return new Count(
                  kind,
                  kind.name(),
                  kind.name().toLowerCase(Locale.ROOT),
                  Math.toIntExact((Long) row[1]));
            })
        .toList();
  }

  /** The HQL of everything that is found: its kind, id and relevance. */
  private String all(SearchQuery query, Map<String, Object> parameters) {
    Relevance.Expression relevance =
        Relevance.expression("e.searchWords", query.text().wantedWords());
    parameters.putAll(relevance.parameters());
    return found(query, ", e.id as id, " + relevance.hql() + " as relevance", parameters);
  }

  /**
   * The HQL of everything that is found.
   *
   * @param told of each, beside its kind: what is not needed is not reckoned
   */
  private String found(SearchQuery query, String told, Map<String, Object> parameters) {
    Condition condition =
        PredicateBuilder.of((where, alias) -> where.text(query.text(), alias), session);
    parameters.putAll(condition.parameters());
    return query.kinds().stream()
        .map(
            kind ->
                "select %d as kind%s from %s e where %s"
                    .formatted(kind.rank(), told, kind.entity(), condition.hql()))
        .collect(Collectors.joining(" union all "));
  }

  private List<SearchResult> resultsOf(SearchQuery query, List<Object[]> rows) {
    Map<SearchKind, List<UUID>> ids = new EnumMap<>(SearchKind.class);
    for (Object[] row : rows) {
      ids.computeIfAbsent(kindOf(row), any -> new ArrayList<>()).add((UUID) row[1]);
    }
    Map<UUID, Node> things = new HashMap<>();
    ids.forEach(
        (kind, some) -> things.putAll(sources.ofType(kind.name().toLowerCase(Locale.ROOT), some)));
    return rows.stream()
        .map(
            row ->
                new SearchResult(
                    kindOf(row),
                    Objects.requireNonNull(things.get(row[1])),
                    ((Number) row[2]).intValue(),
                    query.text()))
        .toList();
  }

  private static SearchKind kindOf(Object[] row) {
    return SearchKind.of(((Number) row[0]).intValue());
  }
}
