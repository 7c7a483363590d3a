package org.chancery.meeting;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.chancery.event.Event;
import org.chancery.event.EventRepository;
import org.chancery.graphql.counting.Count;
import org.chancery.graphql.counting.CountFetcher;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Descriptions;
import org.chancery.graphql.paging.ListQuery;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.paging.Pages;
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
  private final BatchLoading batchLoading;
  private final CountFetcher countFetcher;
  private final Pages pages;

  @Inject
  MeetingApi(
      MeetingRepository meetings,
      EventRepository events,
      PartyRepository parties,
      BatchLoading batchLoading,
      CountFetcher countFetcher,
      Pages pages) {
    this.meetings = meetings;
    this.events = events;
    this.parties = parties;
    this.batchLoading = batchLoading;
    this.countFetcher = countFetcher;
    this.pages = pages;
  }

  @Query
  @Description("The meeting with this key; null where there is none.")
  public CompletionStage<@Nullable Meeting> meeting(
      @NonNull @Name("key") @Description("Such as \"2021-09-01-wang-kerry\".") String key) {
    return meetings.findByKey(key, batchLoading);
  }

  @Query
  @Description("All meetings, newest first. Null only beside an error.")
  public CompletionStage<Connection<Meeting>> meetings(
      @Name("filter") @Description(Descriptions.FILTER) @Nullable MeetingFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable MeetingOrder orderBy,
      @Name("page") PageArguments page) {
    return pages.connection(MeetingRepository.ALL, ListQuery.of(filter, orderBy), page);
  }

  @Query
  @Description(
      "How many meetings there are of each sort, counted in the database. One that is of several sorts counts for each. The"
          + " most frequent sort first, or the newest year or month; those of which it is not known last. Null only beside an error.")
  public CompletionStage<Connection<Count>> meetingCounts(
      @NonNull @Name("by") @Description("The grouping.") MeetingDimension by,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable MeetingFilter filter,
      @Name("page") PageArguments page) {
    return countFetcher.of("Query.meetingCounts", by, filter, page, meetings::counts);
  }

  @Description("The party whose initiative it was; null where the record does not say whose.")
  public CompletionStage<@Nullable Party> initiator(@Source Meeting meeting) {
    return batchLoading.loadLink(meeting.initiatorId(), parties::mapByIds);
  }

  @Description("What it belongs to; null where it stands alone.")
  public CompletionStage<@Nullable Event> event(@Source Meeting meeting) {
    return batchLoading.loadLink(meeting.eventId(), events::mapByIds);
  }

  @NonNull
  @Description("What it was about.")
  public CompletionStage<List<@NonNull Topic>> topics(@Source Meeting meeting) {
    return batchLoading.loadList(meeting.uuid(), meetings::topicsOf);
  }

  @NonNull
  @Description("The meetings that belong to it, newest first.")
  public CompletionStage<Connection<Meeting>> meetings(
      @Source Event event,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable MeetingFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable MeetingOrder orderBy,
      @Name("page") PageArguments page) {
    return pages.connection(
        MeetingRepository.OF_EVENT, event.uuid(), ListQuery.of(filter, orderBy), page);
  }

  @NonNull
  @Description("The meetings that were about it, newest first.")
  public CompletionStage<Connection<Meeting>> meetings(
      @Source Topic topic,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable MeetingFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable MeetingOrder orderBy,
      @Name("page") PageArguments page) {
    return pages.connection(
        MeetingRepository.OF_TOPIC, topic.uuid(), ListQuery.of(filter, orderBy), page);
  }

  @NonNull
  @Description("The meetings in which somebody took part for it, newest first.")
  public CompletionStage<Connection<Meeting>> meetings(
      @Source Party party,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable MeetingFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable MeetingOrder orderBy,
      @Name("page") PageArguments page) {
    return pages.connection(
        MeetingRepository.OF_PARTY, party.uuid(), ListQuery.of(filter, orderBy), page);
  }

  @NonNull
  @Description("The meetings they took part in, newest first.")
  public CompletionStage<Connection<Meeting>> meetings(
      @Source Participant participant,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable MeetingFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable MeetingOrder orderBy,
      @Name("page") PageArguments page) {
    return pages.connection(
        MeetingRepository.OF_PARTICIPANT, participant.uuid(), ListQuery.of(filter, orderBy), page);
  }
}
