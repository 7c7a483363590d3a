package org.chancery.participant;

import java.util.List;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.FilterFields;
import org.chancery.graphql.filter.KeyFilter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.filter.TimeRange;
import org.chancery.party.Party;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which participants. Everything that it says has to be true together. */
@Input("ParticipantFilter")
@Description("Which participants. Everything that it says has to be true together.")
public record ParticipantFilter(
    @Description(
            "Who act for the parties with these keys as a rule, or took part in a meeting for them.")
        @Nullable KeyFilter parties,
    @Description(
            FilterFields.TEXT
                + "Looks in all of their names, the offices they held and the names of the parties they took part for: a word can stand in one and the next in another.")
        @Nullable String text,
    @Description(FilterFields.CREATED_AT) @Nullable TimeRange createdAt,
    @Description(FilterFields.UPDATED_AT) @Nullable TimeRange updatedAt)
    implements Filter {

  @Override
  public void narrow(PredicateBuilder where, String alias) {
    where.linked(
        "parties",
        Party.class,
        parties,
        "Party l where (l.id = %1$s.partyId or exists (select 1 from Participation p where p.participantId = %1$s.id and p.partyId = l.id))"
            .formatted(alias),
        "l.id");
    where.text(
        search(),
        term ->
            List.of(
                where.matches(alias, term),
                where.matchesLinked(alias + ".id", "Participation t", "t.participantId", "t", term),
                where.matchesLinked(
                    alias + ".id",
                    "Participation l",
                    "l.participantId",
                    "l.partyId",
                    Party.class,
                    term),
                where.matchesLinked(
                    alias + ".id", "Participant l", "l.id", "l.partyId", Party.class, term)));
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }
}
