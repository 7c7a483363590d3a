package org.chancery.party;

import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.counting.Count;
import org.chancery.graphql.counting.CountFetcher;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Descriptions;
import org.chancery.graphql.paging.ListQuery;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.paging.Pages;
import org.chancery.record.NameFetcher;
import org.chancery.record.NamedEntity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Parties by key and in pages. */
@GraphQLApi
public class PartyApi {

  private final PartyRepository parties;
  private final BatchLoading batchLoading;
  private final CountFetcher countFetcher;
  private final Pages pages;

  @Inject
  PartyApi(
      PartyRepository parties, BatchLoading batchLoading, CountFetcher countFetcher, Pages pages) {
    this.parties = parties;
    this.batchLoading = batchLoading;
    this.countFetcher = countFetcher;
    this.pages = pages;
  }

  @Query
  @Description("The party with this key; null where there is none.")
  public CompletionStage<@Nullable Party> party(
      @NonNull @Name("key") @Description("Such as \"CN\".") String key) {
    return parties.findByKey(key, batchLoading);
  }

  @Query
  @Description("All parties, by key. Null only beside an error.")
  public CompletionStage<Connection<Party>> parties(
      @Name("filter") @Description(Descriptions.FILTER) @Nullable PartyFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable PartyOrder orderBy,
      @Name("page") PageArguments page) {
    return pages.connection(PartyRepository.ALL, ListQuery.of(filter, orderBy), page);
  }

  @Query
  @Description(
      "How many parties there are of each sort, counted in the database. One that is of several sorts counts for each. The"
          + " most frequent sort first; those of which it is not known last. Null only beside an error.")
  public CompletionStage<Connection<Count>> partyCounts(
      @NonNull @Name("by") @Description("The grouping.") PartyDimension by,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable PartyFilter filter,
      @Name("page") PageArguments page) {
    return countFetcher.of("Query.partyCounts", by, filter, page, parties::counts);
  }

  @NonNull
  @Description("The name as the record uses it.")
  public CompletionStage<String> name(
      @Source Party party,
      @Name("language") @Description(NameFetcher.LANGUAGE) @Nullable String language) {
    return NameFetcher.of(party, language, batchLoading);
  }

  @NonNull
  @Description("The name as the record uses it.")
  public CompletionStage<String> name(
      @Source Speaker speaker,
      @Name("language") @Description(NameFetcher.LANGUAGE) @Nullable String language) {
    return NameFetcher.of((NamedEntity) speaker, language, batchLoading);
  }
}
