package org.chancery.statement;

import org.chancery.account.Account;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One link of the chain from an account's publisher to the speakers of a statement. */
@Description(
    "One link of the chain of attribution, which runs from the account's publisher to those who said a statement: first the"
        + " publisher, then the statement that reports, then the reported one.")
public interface AttributionLink {

  @NonNull
  @Description("The account that the whole chain is in.")
  Account getAccount();
}
