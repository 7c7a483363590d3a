package org.chancery.graphql.node;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Anything that can be fetched again by its global id (GraphQL Global Object Identification). */
@Description(
    "Anything that can be fetched again by its id, as GraphQL Global Object Identification has it.")
public interface Node {

  @Id
  @NonNull
  @Description("Global, opaque and permanent: the same after the record is exported and imported.")
  String getId();
}
