package org.chancery.statement;

import java.util.UUID;

/**
 * Which account a statement is one of.
 *
 * @param statement its id
 * @param account the account's id
 */
public record StatementPlace(UUID statement, UUID account) {}
