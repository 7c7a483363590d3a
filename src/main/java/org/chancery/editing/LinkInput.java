package org.chancery.editing;

import java.util.List;
import org.chancery.statement.LinkKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** How statements of two accounts of one meeting stand to each other. */
@Input("LinkInput")
@Description("How statements of two accounts of one meeting stand to each other.")
@SuppressWarnings("NullAway.Init") // fields only declare
public final class LinkInput {

  @Description(
      "A UUID version 7 (RFC 9562), in lower case: made when the thing is first recorded, and never changed. Where it is left out, the thing is found by its key, or is new.")
  public @Nullable String id;

  @NonNull
  @Description("Whether they agree.")
  public LinkKind kind;

  @NonNull
  @Description("The two statements, of two accounts, in any order.")
  public List<@NonNull String> statements;
}
