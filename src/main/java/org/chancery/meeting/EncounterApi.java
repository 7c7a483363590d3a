package org.chancery.meeting;

import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.meeting.Encounters.MeetingEnd;
import org.chancery.participant.Participant;
import org.chancery.participant.ParticipantRepository;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Whom somebody met, how often and when. */
@GraphQLApi
public class EncounterApi {

  private final Encounters encounters;
  private final ParticipantRepository participants;
  private final BatchLoading batchLoading;

  @Inject
  EncounterApi(
      Encounters encounters, ParticipantRepository participants, BatchLoading batchLoading) {
    this.encounters = encounters;
    this.participants = participants;
    this.batchLoading = batchLoading;
  }

  @NonNull
  @Description(
      "Whom they met: who took part in the same meetings, if these were held and neither of the two was absent. The one met"
          + " most often first.")
  public CompletionStage<Connection<Encounter>> encounters(
      @Source Participant participant,
      @Name("filter") @Description("Counting only such meetings; null for all.")
          @Nullable MeetingFilter filter,
      @Name("page") PageArguments page) {
    EncounterQuery asked = new EncounterQuery(Filter.of(filter), page);
    var unused = asked.filter().search();
    Encounters.OF_PARTICIPANT.keyset(asked.request());
    return batchLoading
        .loadKnown(
            participant.uuid(),
            asked,
            (ids, same) -> encounters.pages(ids, same.filter(), same.request()))
        .thenApply(read -> new Connection<>(read, () -> total(participant.uuid(), asked.filter())));
  }

  private CompletionStage<Integer> total(UUID of, Filter filter) {
    return batchLoading
        .load(of, filter, encounters::totals)
        .thenApply(total -> total == null ? 0 : total);
  }

  private record EncounterQuery(Filter filter, PageArguments request) {}

  @NonNull
  @Description("Who was met.")
  public CompletionStage<Participant> participant(@Source Encounter encounter) {
    return batchLoading.loadKnown(encounter.met(), participants::mapByIds);
  }

  @NonNull
  @Description("The first of the meetings, by the first day that its date can mean.")
  public CompletionStage<Meeting> firstMeeting(@Source Encounter encounter) {
    return batchLoading.loadKnown(
        encounter.who(), new MeetingEnd(encounter.filter(), false), encounters::ends);
  }

  @NonNull
  @Description("The last of the meetings, by the first day that its date can mean.")
  public CompletionStage<Meeting> lastMeeting(@Source Encounter encounter) {
    return batchLoading.loadKnown(
        encounter.who(), new MeetingEnd(encounter.filter(), true), encounters::ends);
  }

  @NonNull
  @Description("The meetings, newest first.")
  public CompletionStage<Connection<Meeting>> meetings(
      @Source Encounter encounter, @Name("page") PageArguments page) {
    Encounters.MEETINGS.keyset(page);
    return batchLoading
        .loadKnown(
            encounter.who(),
            new EncounterQuery(encounter.filter(), page),
            (pairs, same) -> encounters.meetings(pairs, same.filter(), same.request()))
        .thenApply(found -> new Connection<>(found, encounter.count()));
  }
}
