package org.chancery.editing;

import java.util.List;
import org.chancery.party.PartyKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A party, to be recorded or amended. */
@Input("PartyInput")
@Description("A party, to be recorded or amended.")
public final class PartyInput extends LineInput {

  @Description("The name as the record uses it. Needed when it is recorded.")
  public @Nullable String name;

  @Description(
      "Its other names: in other languages or scripts, older ones, those that others use. It is found by them too.")
  public @Nullable List<@NonNull OtherNameInput> otherNames;

  @Description("What it is. Needed when it is recorded.")
  public @Nullable PartyKind kind;

  @Description("The state's ISO 3166-1 alpha-2 code; left out where it has none.")
  public @Nullable String country;
}
