package org.chancery.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * How a statement stands to one of another account.
 *
 * @param kind whether they agree
 * @param statement the other statement
 */
@Description("How a statement stands to one of another account of the same meeting.")
public record StatementLink(
    @NonNull @Description("Whether they agree.") LinkKind kind,
    @NonNull @Description("The statement of the other account.") Statement statement) {}
