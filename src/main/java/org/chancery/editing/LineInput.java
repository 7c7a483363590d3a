package org.chancery.editing;

import java.util.List;
import org.chancery.graphql.execution.GivenInput;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** By what a thing with a line of its own is known. */
public abstract class LineInput extends GivenInput {

  @Description(
      "A UUID version 7 (RFC 9562), in lower case: made when the thing is first recorded, and never changed. Where it is left out, the thing is found by its key, or is new.")
  public @Nullable String id;

  @Description(
      "A short readable name, unique among its kind and permanent; proposed from its names and dates where it is left out.")
  public @Nullable String key;

  @Description("The same thing elsewhere, such as in Wikidata.")
  public @Nullable List<@NonNull String> sameAs;
}
