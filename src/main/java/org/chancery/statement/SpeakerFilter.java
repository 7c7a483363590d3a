package org.chancery.statement;

import org.chancery.graphql.filter.KeyFilter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Who speaks or is spoken to. */
@Input("SpeakerFilter")
@Description(
    "Who speaks, or is spoken to; there can be several. Everything that it says has to be true together.")
public record SpeakerFilter(
    @Description("Among them the participants with these keys.") @Nullable KeyFilter participants,
    @Description("Among them the parties with these keys, as such (\"the US side\").")
        @Nullable KeyFilter parties,
    @Description(
            "Among them the parties with these keys as such, or somebody who took part in the meeting for them.")
        @Nullable KeyFilter sides) {

  /**
   * Requires such speakers.
   *
   * @param links the entity that leads from a statement to them
   * @param statement the statement's alias
   */
  void narrow(PredicateBuilder where, String links, String statement) {
    String ofStatement = "%s l where l.statementId = %s.id".formatted(links, statement);
    where.linked(
        "participants", Participant.class, participants, ofStatement, "l.speaker.participantId");
    where.linked("parties", Party.class, parties, ofStatement, "l.speaker.partyId");
    where.linked(
        "sides",
        Party.class,
        sides,
        """
        Party t where exists (select 1 from %s and (l.speaker.partyId = t.id
          or exists (select 1 from Participation p where p.meetingId = %s.meetingId
            and p.participantId = l.speaker.participantId and p.partyId = t.id)))\
        """
            .formatted(ofStatement, statement),
        "t.id");
  }
}
