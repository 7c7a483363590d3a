package org.chancery.graphql.node;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.BatchLoading;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The lookup of anything by its global id. */
@GraphQLApi
public class NodeApi {

  /** As many as a page has at the most. */
  private static final int MOST_IDS = 100;

  private final BatchLoading batchLoading;
  private final NodeSources sources;

  @Inject
  NodeApi(BatchLoading batchLoading, NodeSources sources) {
    this.batchLoading = batchLoading;
    this.sources = sources;
  }

  @Query
  @Description("The thing with this id; null where there is none.")
  public CompletionStage<@Nullable Node> node(
      @NonNull @Id @Name("id") @Description("An id as a field \"id\" gave it.") String id) {
    return batchLoading.load(NodeId.parse(id, batchLoading.revision()), sources::mapByIds);
  }

  @Query
  @Description(
      "The things with these ids, in the order asked; null where there is none. The list itself is null only beside an error.")
  public CompletionStage<List<@Nullable Node>> nodes(
      @NonNull @Id @Name("ids") @Description("Ids as fields \"id\" gave them, 100 at the most.")
          List<@NonNull String> ids) {
    if (ids.size() > MOST_IDS) {
      throw RequestException.badInput(
          "%d ids were asked for; ask for %d at the most at once.", ids.size(), MOST_IDS);
    }
    return BatchLoading.all(
        ids.stream()
            .map(id -> NodeId.parse(id, batchLoading.revision()))
            .<CompletionStage<@Nullable Node>>map(id -> batchLoading.load(id, sources::mapByIds))
            .toList());
  }
}
