package org.chancery.meeting;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.execution.Batches;
import org.chancery.graphql.finding.Filter;
import org.chancery.graphql.paging.PageRequest;
import org.chancery.graphql.paging.PagingArguments;
import org.chancery.meeting.Encounters.Some;
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
  private final Batches batches;

  @Inject
  EncounterApi(Encounters encounters, ParticipantRepository participants, Batches batches) {
    this.encounters = encounters;
    this.participants = participants;
    this.batches = batches;
  }

  @NonNull
  @Description(
      "Whom they met: who took part in the same meetings, if these were held and neither of the two was absent. The one met"
          + " most often first.")
  public CompletionStage<EncounterConnection> encounters(
      @Source Participant participant,
      @Name("filter") @Description("Counting only such meetings; null for all.")
          @Nullable MeetingFilter filter,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    Asked asked = new Asked(Filter.of(filter), PageRequest.of(first, after, last, before));
    var unused = asked.filter().search();
    Encounters.OF_PARTICIPANT.keyset(asked.request());
    return batches
        .loadKnown(
            participant.uuid(),
            asked,
            (ids, same) -> encounters.pages(ids, same.filter(), same.request()))
        .thenApply(EncounterConnection::new);
  }

  private record Asked(Filter filter, PageRequest request) {}

  @NonNull
  @Description(PagingArguments.TOTAL_COUNT)
  public CompletionStage<Integer> totalCount(@Source EncounterConnection connection) {
    return batches
        .load(
            connection.page().list().ownedBy(),
            connection.page().list().filter(),
            encounters::totals)
        .thenApply(total -> total == null ? 0 : total);
  }

  @NonNull
  @Description("Who was met.")
  public CompletionStage<Participant> participant(@Source Encounter encounter) {
    return batches.loadKnown(encounter.met(), participants::mapByIds);
  }

  @NonNull
  @Description("The first of the meetings, by the first day that its date can mean.")
  public CompletionStage<Meeting> firstMeeting(@Source Encounter encounter) {
    return meetings(encounter, new Some(encounter.filter(), false, 1))
        .thenApply(found -> found.get(0));
  }

  @NonNull
  @Description("The last of the meetings, by the first day that its date can mean.")
  public CompletionStage<Meeting> lastMeeting(@Source Encounter encounter) {
    return meetings(encounter, new Some(encounter.filter(), true, 1))
        .thenApply(found -> found.get(0));
  }

  @NonNull
  @Description("The meetings, newest first.")
  public CompletionStage<List<@NonNull Meeting>> meetings(
      @Source Encounter encounter,
      @Name("first") @Description(PagingArguments.FIRST_OF_LIST) @Nullable Integer first) {
    return meetings(encounter, new Some(encounter.filter(), true, PageRequest.size(first)));
  }

  private CompletionStage<List<Meeting>> meetings(Encounter encounter, Some some) {
    return batches.loadKnown(encounter.who(), some, encounters::meetings);
  }
}
