package org.chancery.statement;

import org.chancery.account.Account;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A link of a chain of attribution, after the first. */
@Description("A link of a chain of attribution after the first: those who make a statement.")
public record StatementAttribution(
    @Ignore Account reporting,
    @NonNull @Description("The statement that they make.") Statement statement)
    implements AttributionLink {

  @Override
  @NonNull
  @Description("The account that the whole chain is in.")
  public Account getAccount() {
    return reporting;
  }

  @Description("Who they are in the account's own words; null where it does not name them.")
  public @Nullable String getSource() {
    return statement.getSource();
  }

  @Description("The verb as printed; null where the account prints none.")
  public @Nullable String getCue() {
    return statement.getCue();
  }
}
