package org.chancery.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Another name of something. */
@Input("OtherNameInput")
@Description("Another name of something.")
@SuppressWarnings("NullAway.Init") // fields only declare
public final class OtherNameInput {

  @NonNull
  @Description("The name.")
  public String name;

  @Description("Its language, as a BCP 47 tag; left out where nobody says.")
  public @Nullable String language;
}
