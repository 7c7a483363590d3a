package org.chancery.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Where a statement stands in the text of its account. */
@Input("AnchorInput")
@Description("Where a statement stands in the text of its account.")
@SuppressWarnings("NullAway.Init") // fields only declare
public final class AnchorInput {

  @NonNull
  @Description("The text there, letter by letter.")
  public String exact;

  @NonNull
  @Description("Where it starts in the account's text, in Unicode code points from 0 on.")
  public Integer start;

  @NonNull
  @Description(
      "Where it ends in the account's text, in Unicode code points: the offset after the last one.")
  public Integer end;
}
