package org.chancery.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Who speaks or is spoken to: any of those that are named. */
@Input("SpeakerFilter")
@Description(
    "Who speaks, or is spoken to: any of those that are named here, in one way or another.")
public record SpeakerFilter(
    @Description("One of the participants with these keys.")
        @Nullable List<@NonNull String> participants,
    @Description("One of the parties with these keys, as such (\"the US side\").")
        @Nullable List<@NonNull String> parties,
    @Description(
            "One of the parties with these keys as such, or somebody who took part in the meeting for it.")
        @Nullable List<@NonNull String> sides) {

  /**
   * The HQL that is true of such a speaker; null where nobody is named.
   *
   * @param speaker the path to the {@link SpeakerLink}
   * @param statement the statement's alias
   */
  @Nullable String condition(PredicateBuilder where, String speaker, String statement) {
    List<String> ways = new ArrayList<>();
    List<UUID> people = where.ids("participants", Participant.class, participants);
    if (people != null) {
      ways.add(isOneOf(where, speaker + ".participantId", people));
    }
    List<UUID> named = where.ids("parties", Party.class, parties);
    if (named != null) {
      ways.add(isOneOf(where, speaker + ".partyId", named));
    }
    List<UUID> on = where.ids("sides", Party.class, sides);
    if (on != null) {
      ways.add(isOneOf(where, speaker + ".partyId", on));
      ways.add(
          "exists (select 1 from Participation l where l.meetingId = %s.meetingId and l.participantId = %s.participantId and %s)"
              .formatted(statement, speaker, isOneOf(where, "l.partyId", on)));
    }
    return ways.isEmpty() ? null : "(" + String.join(" or ", ways) + ")";
  }

  private static String isOneOf(PredicateBuilder where, String path, List<UUID> ids) {
    return where.isOneOf(path, ids);
  }
}
