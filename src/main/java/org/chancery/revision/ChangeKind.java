package org.chancery.revision;

import org.eclipse.microprofile.graphql.Description;

/** What became of a thing in a revision. */
@Description("What became of a thing in a revision.")
public enum ChangeKind {
  @Description("It was first recorded.")
  RECORDED,
  @Description("What the record says of it was changed.")
  AMENDED,
  @Description("It left the record.")
  WITHDRAWN,
  @Description("It was found to be the same as another thing, to which its key and its id lead.")
  MERGED,
  @Description(
      "Words of it were erased, from the present and from all of the past: \"[erased]\" stands for them, and in texts as many characters"
          + " as they had.")
  ERASED
}
