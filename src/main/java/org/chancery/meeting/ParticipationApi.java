package org.chancery.meeting;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.ListQuery;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.paging.Pages;
import org.chancery.meeting.ParticipationRepository.With;
import org.chancery.participant.Participant;
import org.chancery.participant.ParticipantRepository;
import org.chancery.party.Party;
import org.chancery.party.PartyRepository;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Who took part in a meeting, and in which meetings somebody took part. */
@GraphQLApi
public class ParticipationApi {

  private final ParticipationRepository participations;
  private final MeetingRepository meetings;
  private final ParticipantRepository participants;
  private final PartyRepository parties;
  private final BatchLoading batchLoading;
  private final Pages pages;

  @Inject
  ParticipationApi(
      ParticipationRepository participations,
      MeetingRepository meetings,
      ParticipantRepository participants,
      PartyRepository parties,
      BatchLoading batchLoading,
      Pages pages) {
    this.participations = participations;
    this.meetings = meetings;
    this.participants = participants;
    this.parties = parties;
    this.batchLoading = batchLoading;
    this.pages = pages;
  }

  @NonNull
  @Description("Who took part, or was announced to, in the order in which the record names them.")
  public CompletionStage<List<@NonNull Participation>> participations(
      @Source Meeting meeting,
      @Name("party")
          @Description("Only those who took part for the party with this key, such as \"CN\".")
          @Nullable String party) {
    if (party == null) {
      With with =
          new With(batchLoading.mayBeAskedFor("participant"), batchLoading.mayBeAskedFor("party"));
      return batchLoading.loadList(meeting.uuid(), with, participations::ofMeetings);
    }
    return batchLoading.loadList(meeting.uuid(), party, this::forParty);
  }

  private Map<UUID, List<Participation>> forParty(Collection<UUID> meetingIds, String party) {
    Party found = parties.mapByKeys(List.of(party)).get(party);
    if (found == null) {
      throw RequestException.badInput(
          "There is no party with the key \"%s\". The field \"parties\" lists them.", party);
    }
    return participations.ofMeetingsForParty(meetingIds, found.uuid());
  }

  @NonNull
  @Description("The meetings they took part in, with the offices they held then, newest first.")
  public CompletionStage<Connection<Participation>> participations(
      @Source Participant participant, @Name("page") PageArguments page) {
    return pages.connection(
        ParticipationRepository.OF_PARTICIPANT, participant.uuid(), ListQuery.all(), page);
  }

  @NonNull
  @Description("The meeting they took part in.")
  public CompletionStage<Meeting> meeting(@Source Participation participation) {
    return batchLoading.loadKnown(participation.meetingId(), meetings::mapByIds);
  }

  @NonNull
  @Description("Who took part.")
  public CompletionStage<Participant> participant(@Source Participation participation) {
    return batchLoading.loadKnown(participation.participantId(), participants::mapByIds);
  }

  @NonNull
  @Description("The party they acted for.")
  public CompletionStage<Party> party(@Source Participation participation) {
    return batchLoading.loadKnown(participation.partyId(), parties::mapByIds);
  }

  @Description(
      "The party that they spoke for besides their own, such as a group that it presides over; null where none.")
  public CompletionStage<@Nullable Party> onBehalfOf(@Source Participation participation) {
    return batchLoading.loadLink(participation.onBehalfOfId(), parties::mapByIds);
  }
}
