package org.chancery.users;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.viewer.Viewer;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Who is signed in. */
@GraphQLApi
public class ViewerApi {

  /** Somebody who has signed in, as the schema shows them. */
  @Name("Viewer")
  @Description("Somebody who has signed in.")
  public record SignedIn(
      @NonNull @Description("The name that their revisions carry.") String name,
      @NonNull @Description("Whether they may record, amend and withdraw.") Boolean mayEdit) {}

  @Query
  @Description("Who sends this request; null for somebody who has not signed in.")
  public CompletionStage<@Nullable SignedIn> me() {
    Viewer viewer = Viewer.current();
    String name = viewer.name();
    return CompletableFuture.completedFuture(
        name == null ? null : new SignedIn(name, viewer.mayEdit()));
  }
}
