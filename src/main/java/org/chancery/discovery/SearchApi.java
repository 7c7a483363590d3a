package org.chancery.discovery;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.counting.Count;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.FilterFields;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.paging.PagedList;
import org.chancery.search.Excerpt;
import org.chancery.search.SearchText;
import org.chancery.search.Searched;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** One search over everything. */
@GraphQLApi
public class SearchApi {

  private final SearchReader reader;
  private final BatchLoading batchLoading;

  @Inject
  SearchApi(SearchReader reader, BatchLoading batchLoading) {
    this.reader = reader;
    this.batchLoading = batchLoading;
  }

  @Query
  @Description(
      "Everything in whose own texts the words stand, the most relevant first. Null only beside an error.")
  public CompletionStage<Connection<SearchResult>> search(
      @NonNull
          @Name("text")
          @Description(FilterFields.TEXT + "At least one word has to be looked for.")
          String text,
      @Name("kinds") @Description("Only such things; null for all.")
          @Nullable List<SearchKind> kinds,
      @Name("page") PageArguments page) {
    SearchQuery query = new SearchQuery(searchOf(text), setOf(kinds));
    SearchReader.SOURCE.keyset(page);
    if (batchLoading.isOnlyAskedFor(PagedList.TOTAL_COUNT)) {
      return batchLoading
          .loadKnown(query, reader::totals)
          .thenApply(
              total ->
                  new Connection<>(
                      SearchReader.SOURCE.page(null, Filter.NONE, List.of(), page), total));
    }
    return batchLoading
        .loadKnown(query, page, reader::pages)
        .thenApply(
            found -> new Connection<>(found, () -> batchLoading.loadKnown(query, reader::totals)));
  }

  @Query
  @Description(
      "How many things of each kind a search finds, counted in the database: the most frequent kind first, without those of"
          + " which it finds none. Null only beside an error.")
  public CompletionStage<@Nullable List<@NonNull Count>> searchCounts(
      @NonNull
          @Name("text")
          @Description(FilterFields.TEXT + "At least one word has to be looked for.")
          String text,
      @Name("kinds") @Description("Only such things; null for all.")
          @Nullable List<SearchKind> kinds) {
    return batchLoading.loadList(new SearchQuery(searchOf(text), setOf(kinds)), reader::counts);
  }

  @NonNull
  @Description("The parts of its texts in which what was looked for stands: the first three.")
  public CompletionStage<List<@NonNull Excerpt>> excerpts(@Source SearchResult found) {
    return batchLoading.read(found.thing(), Searched.TEXTS).thenApply(read -> found.excerpts());
  }

  /**
   * What is looked for.
   *
   * @param kinds at least one
   */
  record SearchQuery(SearchText text, Set<SearchKind> kinds) {}

  private static SearchText searchOf(String text) {
    SearchText search = Filter.read(text);
    if (search.wanted().isEmpty()) {
      throw RequestException.badInput(
          "\"text\" says only what must not be there: send a word to look for.");
    }
    return search;
  }

  private static Set<SearchKind> setOf(@Nullable List<SearchKind> kinds) {
    if (kinds == null) {
      return EnumSet.allOf(SearchKind.class);
    }
    if (kinds.isEmpty()) {
      throw RequestException.badInput(
          "\"kinds\" is empty: send what to look for, of %s, or leave it out for all.",
          Arrays.toString(SearchKind.values()));
    }
    return EnumSet.copyOf(kinds);
  }
}
