package org.chancery.editing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A person, to be recorded or amended. */
@Input("ParticipantInput")
@Description("A person, to be recorded or amended.")
public final class ParticipantInput extends LineInput {

  @Description(
      "The name as the record uses it, in the order in which it is spoken. Needed when it is recorded.")
  public @Nullable String name;

  @Description(
      "Its other names: in other languages or scripts, older ones, those that others use. It is found by them too.")
  public @Nullable List<@NonNull OtherNameInput> otherNames;

  @Description("The name as an index sorts it, such as Kerry, John.")
  public @Nullable String sortName;

  @Description("The key of the party that they act for as a rule.")
  public @Nullable String party;
}
