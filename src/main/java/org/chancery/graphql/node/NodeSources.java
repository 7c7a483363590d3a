package org.chancery.graphql.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the nodes of all types are found. */
@ApplicationScoped
public class NodeSources {

  private final Map<String, NodeSource> byType;

  NodeSources(Instance<NodeSource> sources) {
    this.byType =
        sources.stream().collect(Collectors.toMap(NodeSource::nodeType, Function.identity()));
  }

  /** The nodes with these ids; ids that nothing has are left out. */
  public Map<NodeId, Node> mapByIds(Collection<NodeId> ids) {
    Map<NodeId, Node> found = new HashMap<>();
    ids.stream()
        .collect(
            Collectors.groupingBy(
                NodeId::type, Collectors.mapping(NodeId::uuid, Collectors.toSet())))
        .forEach(
            (type, uuids) ->
                ofType(type, uuids)
                    .forEach((uuid, node) -> found.put(new NodeId(type, uuid), node)));
    return found;
  }

  /** The nodes of one type; none of a type that nothing has. */
  public Map<UUID, ? extends Node> ofType(String type, Collection<UUID> ids) {
    NodeSource source = byType.get(type);
    return source == null ? Map.of() : source.nodesById(ids);
  }
}
