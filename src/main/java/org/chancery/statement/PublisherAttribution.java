package org.chancery.statement;

import org.chancery.account.Account;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The first link of a chain of attribution. */
@Description(
    "The first link of a chain of attribution: the publisher, who answers for the account.")
public record PublisherAttribution(@Ignore Account reporting) implements AttributionLink {

  @Override
  @NonNull
  @Description("The account that the whole chain is in.")
  public Account getAccount() {
    return reporting;
  }

  @Description("Who published the account; null where the record does not say.")
  public @Nullable String getPublisher() {
    return reporting.getPublisher();
  }
}
