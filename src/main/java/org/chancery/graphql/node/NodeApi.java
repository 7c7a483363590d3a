package org.chancery.graphql.node;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final Map<String, NodeSource> sources;

  @Inject
  NodeApi(BatchLoading batchLoading, Instance<NodeSource> sources) {
    this.batchLoading = batchLoading;
    this.sources =
        sources.stream().collect(Collectors.toMap(NodeSource::nodeType, Function.identity()));
  }

  @Query
  @Description("The thing with this id; null where there is none.")
  public CompletionStage<@Nullable Node> node(
      @NonNull @Id @Name("id") @Description("An id as a field \"id\" gave it.") String id) {
    return batchLoading.load(NodeId.parse(id), this::findAll);
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
            .map(NodeId::parse)
            .<CompletionStage<@Nullable Node>>map(id -> batchLoading.load(id, this::findAll))
            .toList());
  }

  private Map<NodeId, Node> findAll(Collection<NodeId> ids) {
    Map<NodeId, Node> found = new HashMap<>();
    ids.stream()
        .collect(
            Collectors.groupingBy(
                NodeId::type, Collectors.mapping(NodeId::uuid, Collectors.toSet())))
        .forEach((type, uuids) -> found.putAll(findOfType(type, uuids)));
    return found;
  }

  private Map<NodeId, Node> findOfType(String type, Collection<UUID> uuids) {
    NodeSource source = sources.get(type);
    Map<NodeId, Node> found = new HashMap<>();
    if (source != null) {
      source.nodesById(uuids).forEach((uuid, node) -> found.put(new NodeId(type, uuid), node));
    }
    return found;
  }
}
