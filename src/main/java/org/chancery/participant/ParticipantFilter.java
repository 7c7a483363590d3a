package org.chancery.participant;

import java.util.List;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.FilterFields;
import org.chancery.graphql.filter.KeyFilter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.filter.TimeRange;
import org.chancery.party.Party;
import org.chancery.search.SearchText;
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
                linked(where, alias, "Participation t", "t.participantId", term),
                linked(
                    where,
                    alias,
                    "Participation l join Party t on t.id = l.partyId",
                    "l.participantId",
                    term),
                linked(
                    where, alias, "Participant l join Party t on t.id = l.partyId", "l.id", term)));
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }

  private static String linked(
      PredicateBuilder where, String alias, String from, String participant, SearchText.Term term) {
    return where.matchesLinked(alias + ".id", from, participant, "t", term);
  }
}
