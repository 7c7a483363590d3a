package org.chancery.comparison;

import java.util.List;
import org.chancery.account.Account;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Of whom an account gives no word. */
@Description("Of whom, of those who took part, an account gives no word.")
public record Silence(
    @NonNull @Description("The account.") Account account,
    @NonNull @Description("The participants of whom it reports no statement.")
        List<@NonNull Participant> participants,
    @NonNull
        @Description(
            "The parties of which it reports no statement, neither of the party as such nor of anyone who took part for it.")
        List<@NonNull Party> parties) {}
