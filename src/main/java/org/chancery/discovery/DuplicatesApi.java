package org.chancery.discovery;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.viewer.Viewer;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What curators look at to keep order. */
@GraphQLApi
public class DuplicatesApi {

  private final DuplicateFinder finder;
  private final BatchLoading batchLoading;

  @Inject
  DuplicatesApi(DuplicateFinder finder, BatchLoading batchLoading) {
    this.finder = finder;
    this.batchLoading = batchLoading;
  }

  @Query
  @Description(
      "Things that are likely to be one, the likeliest first. Nothing is merged by that: see Mutation.merge, and for meetings"
          + " Mutation.withdraw. Null only beside an error. For curators.")
  public CompletionStage<List<@NonNull LikelyDuplicate>> likelyDuplicates(
      @NonNull @Name("kind") @Description("What they are.") DuplicateKind kind,
      @Name("first") @Description("How many pairs: 1 to 100, 20 where it is left out.")
          @Nullable Integer first,
      @Name("skip") @Description("How many pairs to pass over; none where it is left out.")
          @Nullable Integer skip) {
    var unused = Viewer.current().curator();
    if (skip != null && skip < 0) {
      throw RequestException.badInput("\"skip\" is %d; it can be 0 or more.", skip);
    }
    return batchLoading.loadKnown(
        new DuplicateFinder.Asked(kind, skip == null ? 0 : skip, PageArguments.sizeOf(first)),
        finder::find);
  }
}
