package org.chancery.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chancery.account.Account;
import org.chancery.meeting.Attendance;
import org.chancery.meeting.Participation;
import org.chancery.meeting.ParticipationRepository;
import org.chancery.participant.ParticipantRepository;
import org.chancery.party.PartyRepository;
import org.chancery.party.Speaker;

/** Who speaks, who is spoken to, and of whom an account gives no word. */
@ApplicationScoped
public class Speakers {

  private final ParticipantRepository participants;
  private final PartyRepository parties;
  private final ParticipationRepository participations;
  private final StatementRepository statements;

  Speakers(
      ParticipantRepository participants,
      PartyRepository parties,
      ParticipationRepository participations,
      StatementRepository statements) {
    this.participants = participants;
    this.parties = parties;
    this.participations = participations;
    this.statements = statements;
  }

  /**
   * The speakers that links lead to: one SQL statement for the participants, one for the parties.
   */
  private Map<SpeakerLink, Speaker> find(Collection<SpeakerLink> links) {
    Map<SpeakerLink, Speaker> found = new HashMap<>();
    List<UUID> people =
        links.stream().map(SpeakerLink::participantId).filter(Objects::nonNull).toList();
    List<UUID> sides = links.stream().map(SpeakerLink::partyId).filter(Objects::nonNull).toList();
    if (!people.isEmpty()) {
      participants
          .mapByIds(people)
          .forEach((id, participant) -> found.put(SpeakerLink.participant(id), participant));
    }
    if (!sides.isEmpty()) {
      parties.mapByIds(sides).forEach((id, party) -> found.put(SpeakerLink.party(id), party));
    }
    return found;
  }

  /** Who said each statement. */
  Map<UUID, List<Speaker>> speakers(Collection<UUID> statementIds) {
    return resolve(statements.speakersOf(statementIds));
  }

  /** To whom each statement was said. */
  Map<UUID, List<Speaker>> addressees(Collection<UUID> statementIds) {
    return resolve(statements.addresseesOf(statementIds));
  }

  /**
   * Who took part in the meeting and is quoted nowhere in the account: people who say nothing in
   * it, and parties of which neither they themselves nor any of their people says anything. Of an
   * account of which the record has no statement nobody knows: it is missing.
   */
  public Map<Account, List<Speaker>> silentOn(Collection<Account> accounts) {
    Map<UUID, List<Participation>> present =
        participations.ofMeetings(accounts.stream().map(Account::meetingId).distinct().toList());
    Map<UUID, Set<SpeakerLink>> speaking =
        statements.speakingIn(accounts.stream().map(Account::uuid).toList());
    Map<Account, List<SpeakerLink>> silent = new HashMap<>();
    for (Account account : accounts) {
      Set<SpeakerLink> ofAccount = speaking.get(account.uuid());
      if (ofAccount != null) {
        silent.put(
            account, silent(present.getOrDefault(account.meetingId(), List.of()), ofAccount));
      }
    }
    return resolve(silent);
  }

  private static List<SpeakerLink> silent(List<Participation> present, Set<SpeakerLink> speaking) {
    Set<SpeakerLink> heard = new HashSet<>(speaking);
    Set<SpeakerLink> people = new LinkedHashSet<>();
    Set<SpeakerLink> sides = new LinkedHashSet<>();
    for (Participation one : present) {
      SpeakerLink participant = SpeakerLink.participant(one.participantId());
      if (one.getAttendance() != Attendance.ABSENT) {
        people.add(participant);
        sides.add(SpeakerLink.party(one.partyId()));
      }
      if (speaking.contains(participant)) {
        heard.add(SpeakerLink.party(one.partyId()));
      }
    }
    List<SpeakerLink> silent = new ArrayList<>(people);
    silent.addAll(sides);
    silent.removeAll(heard);
    return silent;
  }

  private <K> Map<K, List<Speaker>> resolve(Map<K, List<SpeakerLink>> links) {
    Map<SpeakerLink, Speaker> speakers =
        find(links.values().stream().flatMap(List::stream).distinct().toList());
    Map<K, List<Speaker>> resolved = new HashMap<>();
    links.forEach(
        (key, ofOne) ->
            resolved.put(
                key,
                ofOne.stream().map(link -> Objects.requireNonNull(speakers.get(link))).toList()));
    return resolved;
  }
}
