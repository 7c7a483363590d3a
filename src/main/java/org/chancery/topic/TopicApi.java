package org.chancery.topic;

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

/** Topics by key and in pages. */
@GraphQLApi
public class TopicApi {

  private final TopicRepository topics;
  private final Batches batches;
  private final Pages pages;

  @Inject
  TopicApi(TopicRepository topics, Batches batches, Pages pages) {
    this.topics = topics;
    this.batches = batches;
    this.pages = pages;
  }

  @Query
  @Description("The topic with this key; null where there is none.")
  public CompletionStage<@Nullable Topic> topic(
      @NonNull @Name("key") @Description("Such as \"climate-change\".") String key) {
    return batches.load(key, topics::mapByKeys);
  }

  @Query
  @NonNull
  @Description("All topics, by key.")
  public CompletionStage<TopicConnection> topics(
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable TopicFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable TopicOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            TopicRepository.ALL,
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(TopicConnection::new);
  }

  @NonNull
  @Description(PagingArguments.TOTAL_COUNT)
  public CompletionStage<Integer> totalCount(@Source TopicConnection connection) {
    return pages.total(connection.page());
  }
}
