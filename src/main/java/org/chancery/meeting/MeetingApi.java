package org.chancery.meeting;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.chancery.event.Event;
import org.chancery.event.EventRepository;
import org.chancery.graphql.counting.Counting;
import org.chancery.graphql.counting.Tally;
import org.chancery.graphql.execution.Batches;
import org.chancery.graphql.paging.Choice;
import org.chancery.graphql.paging.PageRequest;
import org.chancery.graphql.paging.Pages;
import org.chancery.graphql.paging.PagingArguments;
import org.chancery.participant.Participant;
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

/** Meetings, by themselves and from everything that leads to them. */
@GraphQLApi
public class MeetingApi {

  private final MeetingRepository meetings;
  private final EventRepository events;
  private final PartyRepository parties;
  private final Batches batches;
  private final Counting counting;
  private final Pages pages;

  @Inject
  MeetingApi(
      MeetingRepository meetings,
      EventRepository events,
      PartyRepository parties,
      Batches batches,
      Counting counting,
      Pages pages) {
    this.meetings = meetings;
    this.events = events;
    this.parties = parties;
    this.batches = batches;
    this.counting = counting;
    this.pages = pages;
  }

  @Query
  @Description("The meeting with this key; null where there is none.")
  public CompletionStage<@Nullable Meeting> meeting(
      @NonNull @Name("key") @Description("Such as \"2021-09-01-wang-kerry\".") String key) {
    return batches.load(key, meetings::mapByKeys);
  }

  @Query
  @NonNull
  @Description("All meetings, newest first.")
  public CompletionStage<MeetingConnection> meetings(
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable MeetingFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable MeetingOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            MeetingRepository.ALL,
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(MeetingConnection::new);
  }

  @Query
  @NonNull
  @Description(
      "How many meetings there are of each sort, counted in the database. One that is of several sorts counts for each. The"
          + " most frequent sort first, or the newest year or month.")
  public CompletionStage<List<@NonNull Tally>> meetingCounts(
      @NonNull @Name("by") @Description("What sorts them.") MeetingDimension by,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable MeetingFilter filter,
      @Name("first") @Description(PagingArguments.FIRST_OF_LIST) @Nullable Integer first) {
    return counting.of(by, filter, first, meetings::counts);
  }

  @NonNull
  @Description(PagingArguments.TOTAL_COUNT)
  public CompletionStage<Integer> totalCount(@Source MeetingConnection connection) {
    return pages.total(connection.page());
  }

  @Description("The party whose initiative it was; null where the record does not say whose.")
  public CompletionStage<@Nullable Party> initiator(@Source Meeting meeting) {
    return batches.loadLink(meeting.initiatorId(), parties::mapByIds);
  }

  @Description("What it belongs to; null where it stands alone.")
  public CompletionStage<@Nullable Event> event(@Source Meeting meeting) {
    return batches.loadLink(meeting.eventId(), events::mapByIds);
  }

  @NonNull
  @Description("What it was about.")
  public CompletionStage<List<@NonNull Topic>> topics(@Source Meeting meeting) {
    return batches.loadList(meeting.uuid(), meetings::topicsOf);
  }

  @NonNull
  @Description("The meetings that belong to it, newest first.")
  public CompletionStage<MeetingConnection> meetings(
      @Source Event event,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable MeetingFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable MeetingOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            MeetingRepository.OF_EVENT,
            event.uuid(),
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(MeetingConnection::new);
  }

  @NonNull
  @Description("The meetings that were about it, newest first.")
  public CompletionStage<MeetingConnection> meetings(
      @Source Topic topic,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable MeetingFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable MeetingOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            MeetingRepository.OF_TOPIC,
            topic.uuid(),
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(MeetingConnection::new);
  }

  @NonNull
  @Description("The meetings in which somebody took part for it, newest first.")
  public CompletionStage<MeetingConnection> meetings(
      @Source Party party,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable MeetingFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable MeetingOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            MeetingRepository.OF_PARTY,
            party.uuid(),
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(MeetingConnection::new);
  }

  @NonNull
  @Description("The meetings they took part in, newest first.")
  public CompletionStage<MeetingConnection> meetings(
      @Source Participant participant,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable MeetingFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable MeetingOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            MeetingRepository.OF_PARTICIPANT,
            participant.uuid(),
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(MeetingConnection::new);
  }
}
