package org.chancery.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Words of a statement that the account gives as spoken. */
@Input("QuotationInput")
@Description("Words of a statement that the account gives as spoken.")
@SuppressWarnings("NullAway.Init") // fields only declare
public final class QuotationInput {

  @Description(
      "A UUID version 7 (RFC 9562), in lower case: made when the thing is first recorded, and never changed. Where it is left out, the thing is found by its key, or is new.")
  public @Nullable String id;

  @NonNull
  @Description(
      "The words, without their quotation marks; they must stand in the text at these offsets.")
  public String words;

  @NonNull
  @Description("Where they start in the text, in Unicode code points from 0 on.")
  public Integer start;

  @NonNull
  @Description("The offset after the last of them, in Unicode code points.")
  public Integer end;
}
