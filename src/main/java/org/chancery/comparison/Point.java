package org.chancery.comparison;

import java.util.List;
import java.util.UUID;
import org.chancery.account.Account;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * One thing said, across the accounts: statements that are linked to each other, or one alone.
 *
 * @param statementIds account by account, each account's in its own order
 */
@Description(
    "One thing said, across the accounts: the statements that corroborate or contradict each other, or one that stands alone.")
public record Point(
    @Ignore List<UUID> statementIds,
    @NonNull @Description("The accounts that have one of the statements.")
        List<@NonNull Account> reportedBy,
    @NonNull
        @Description(
            "The other accounts that are compared and of which the record has statements. They do not have it; that is not to say that they deny it.")
        List<@NonNull Account> omittedBy,
    @NonNull @Description("How the accounts that report it stand to each other.")
        Agreement agreement) {}
