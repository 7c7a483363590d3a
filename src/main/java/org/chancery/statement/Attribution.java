package org.chancery.statement;

import org.chancery.account.Account;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain from an account's publisher to the speaker of a statement.
 *
 * @param account the account, at the first link; null at the others
 * @param statement the statement that this link's speaker makes; null at the first link
 */
@Description(
    "One link of the chain of attribution, which runs from the account's publisher to the speaker of a statement:"
        + " first the account, then the statement that reports, then the reported one.")
public record Attribution(
    @Description(
            "The account whose publisher answers for all of the chain, at its first link; null at the others.")
        @Nullable Account account,
    @Description("The statement made at this link; null at the first link.")
        @Nullable Statement statement) {

  @Description(
      "The publisher that answers for the account, at the first link; null at the others, and where the record does not name one.")
  public @Nullable String getPublisher() {
    return account == null ? null : account.getPublisher();
  }

  @Description(
      "The verb with which this link's statement is printed; null at the first link, or where there is none.")
  public @Nullable String getCue() {
    return statement == null ? null : statement.getCue();
  }
}
