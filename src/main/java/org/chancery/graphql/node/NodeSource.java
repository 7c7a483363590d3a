package org.chancery.graphql.node;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Where the nodes of one type are found; every concept whose type is a {@link Node} provides one.
 */
public interface NodeSource {

  /** The type as {@link NodeId} writes it. */
  String nodeType();

  /** The nodes with these ids; ids that nothing has are left out. */
  Map<UUID, ? extends Node> nodesById(Collection<UUID> ids);
}
