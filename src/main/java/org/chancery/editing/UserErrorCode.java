package org.chancery.editing;

import org.eclipse.microprofile.graphql.Description;

/** What sort of mistake something is. */
@Description("What sort of mistake something is.")
public enum UserErrorCode {
  @Description("It has not the form that it should have, or breaks a rule of the record.")
  INVALID,
  @Description("It names what is not there.")
  NOT_FOUND,
  @Description("Its key or id is that of another thing.")
  TAKEN,
  @Description("The thing has changed since the version that the amendment is of.")
  CONFLICT,
  @Description("Other things name it.")
  IN_USE,
  @Description(
      "Nothing is wrong with it, but with another mutation of the same operation, or that was only tried.")
  UNDONE
}
