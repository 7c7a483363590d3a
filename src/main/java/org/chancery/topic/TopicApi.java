package org.chancery.topic;

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
  private final BatchLoading batchLoading;
  private final CountFetcher countFetcher;
  private final Pages pages;

  @Inject
  TopicApi(
      TopicRepository topics, BatchLoading batchLoading, CountFetcher countFetcher, Pages pages) {
    this.topics = topics;
    this.batchLoading = batchLoading;
    this.countFetcher = countFetcher;
    this.pages = pages;
  }

  @Query
  @Description("The topic with this key; null where there is none.")
  public CompletionStage<@Nullable Topic> topic(
      @NonNull @Name("key") @Description("Such as \"climate-change\".") String key) {
    return topics.findByKey(key, batchLoading);
  }

  @Query
  @Description("All topics, by key. Null only beside an error.")
  public CompletionStage<Connection<Topic>> topics(
      @Name("filter") @Description(Descriptions.FILTER) @Nullable TopicFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable TopicOrder orderBy,
      @Name("page") PageArguments page) {
    return pages.connection(TopicRepository.ALL, ListQuery.of(filter, orderBy), page);
  }

  @Query
  @Description(
      "How many topics there are of each sort, counted in the database. One that is of several sorts counts for each. The"
          + " most frequent sort first; those of which it is not known last. Null only beside an error.")
  public CompletionStage<Connection<Count>> topicCounts(
      @NonNull @Name("by") @Description("The grouping.") TopicDimension by,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable TopicFilter filter,
      @Name("page") PageArguments page) {
    return countFetcher.of("Query.topicCounts", by, filter, page, topics::counts);
  }

  @NonNull
  @Description("The name as the record uses it.")
  public CompletionStage<String> name(
      @Source Topic topic,
      @Name("language") @Description(NameFetcher.LANGUAGE) @Nullable String language) {
    return NameFetcher.of(topic, language, batchLoading);
  }
}
