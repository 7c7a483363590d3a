package org.chancery.event;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.counting.Count;
import org.chancery.graphql.counting.CountFetcher;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Descriptions;
import org.chancery.graphql.paging.ListQuery;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.paging.Pages;
import org.chancery.party.Party;
import org.chancery.party.PartyRepository;
import org.chancery.topic.Topic;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Events, their hosts and topics. */
@GraphQLApi
public class EventApi {

  private final EventRepository events;
  private final PartyRepository parties;
  private final BatchLoading batchLoading;
  private final CountFetcher countFetcher;
  private final Pages pages;

  @Inject
  EventApi(
      EventRepository events,
      PartyRepository parties,
      BatchLoading batchLoading,
      CountFetcher countFetcher,
      Pages pages) {
    this.events = events;
    this.parties = parties;
    this.batchLoading = batchLoading;
    this.countFetcher = countFetcher;
    this.pages = pages;
  }

  @Query
  @Description("The event with this key; null where there is none.")
  public CompletionStage<@Nullable Event> event(
      @NonNull @Name("key") @Description("Such as \"2021-tianjin-climate-talks\".") String key) {
    return events.findByKey(key, batchLoading);
  }

  @Query
  @Description("All events, newest first. Null only beside an error.")
  public CompletionStage<Connection<Event>> events(
      @Name("filter") @Description(Descriptions.FILTER) @Nullable EventFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable EventOrder orderBy,
      @Name("page") PageArguments page) {
    return pages.connection(EventRepository.ALL, ListQuery.of(filter, orderBy), page);
  }

  @Query
  @Description(
      "How many events there are of each sort, counted in the database. One that is of several sorts counts for each. The"
          + " most frequent sort first, or the newest year; those of which it is not known last. Null only beside an error.")
  public CompletionStage<Connection<Count>> eventCounts(
      @NonNull @Name("by") @Description("The grouping.") EventDimension by,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable EventFilter filter,
      @Name("page") PageArguments page) {
    return countFetcher.of("Query.eventCounts", by, filter, page, events::counts);
  }

  @Description(
      "The party that received the others; null where the record does not say, or there was none.")
  public CompletionStage<@Nullable Party> host(@Source Event event) {
    return batchLoading.loadLink(event.hostId(), parties::mapByIds);
  }

  @NonNull
  @Description("What it was about.")
  public CompletionStage<List<@NonNull Topic>> topics(@Source Event event) {
    return batchLoading.loadList(event.uuid(), events::topicsOf);
  }
}
