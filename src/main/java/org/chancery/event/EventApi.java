package org.chancery.event;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.execution.Batches;
import org.chancery.graphql.paging.Choice;
import org.chancery.graphql.paging.PageRequest;
import org.chancery.graphql.paging.Pages;
import org.chancery.graphql.paging.PagingArguments;
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
  private final Batches batches;
  private final Pages pages;

  @Inject
  EventApi(EventRepository events, PartyRepository parties, Batches batches, Pages pages) {
    this.events = events;
    this.parties = parties;
    this.batches = batches;
    this.pages = pages;
  }

  @Query
  @Description("The event with this key; null where there is none.")
  public CompletionStage<@Nullable Event> event(
      @NonNull @Name("key") @Description("Such as \"2021-tianjin-climate-talks\".") String key) {
    return batches.load(key, events::mapByKeys);
  }

  @Query
  @NonNull
  @Description("All events, newest first.")
  public CompletionStage<EventConnection> events(
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable EventFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable EventOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            EventRepository.ALL,
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(EventConnection::new);
  }

  @NonNull
  @Description(PagingArguments.TOTAL_COUNT)
  public CompletionStage<Integer> totalCount(@Source EventConnection connection) {
    return pages.total(connection.page());
  }

  @Description(
      "The party that received the others; null where the record does not say, or there was none.")
  public CompletionStage<@Nullable Party> host(@Source Event event) {
    return batches.loadLink(event.hostId(), parties::mapByIds);
  }

  @NonNull
  @Description("What it was about.")
  public CompletionStage<List<@NonNull Topic>> topics(@Source Event event) {
    return batches.loadList(event.uuid(), events::topicsOf);
  }
}
