package org.chancery.party;

import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.execution.Batches;
import org.chancery.graphql.paging.Choice;
import org.chancery.graphql.paging.PageRequest;
import org.chancery.graphql.paging.Pages;
import org.chancery.graphql.paging.PagingArguments;
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
  private final Batches batches;
  private final Pages pages;

  @Inject
  PartyApi(PartyRepository parties, Batches batches, Pages pages) {
    this.parties = parties;
    this.batches = batches;
    this.pages = pages;
  }

  @Query
  @Description("The party with this key; null where there is none.")
  public CompletionStage<@Nullable Party> party(
      @NonNull @Name("key") @Description("Such as \"CN\".") String key) {
    return batches.load(key, parties::mapByKeys);
  }

  @Query
  @NonNull
  @Description("All parties, by key.")
  public CompletionStage<PartyConnection> parties(
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable PartyFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable PartyOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            PartyRepository.ALL,
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(PartyConnection::new);
  }

  @NonNull
  @Description(PagingArguments.TOTAL_COUNT)
  public CompletionStage<Integer> totalCount(@Source PartyConnection connection) {
    return pages.total(connection.page());
  }
}
