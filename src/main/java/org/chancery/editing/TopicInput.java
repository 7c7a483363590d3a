package org.chancery.editing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A topic, to be recorded or amended. */
@Input("TopicInput")
@Description("A topic, to be recorded or amended.")
public final class TopicInput extends LineInput {

  @Description("The name as the record uses it. Needed when it is recorded.")
  public @Nullable String name;

  @Description(
      "Its other names: in other languages or scripts, older ones, those that others use. It is found by them too.")
  public @Nullable List<@NonNull OtherNameInput> otherNames;
}
