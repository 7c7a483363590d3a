package org.chancery.statement;

import org.eclipse.microprofile.graphql.Description;

/** Whether an account gives words or their sense. */
@Description("Whether the account gives the words or their sense.")
public enum ReportingMode {
  @Description("All of the text is quoted words.")
  DIRECT,
  @Description("None of it is: the account tells the sense.")
  INDIRECT,
  @Description("Parts of it are.")
  MIXED
}
