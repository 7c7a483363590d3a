package org.chancery.statement;

import java.util.List;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PagingArguments;
import org.chancery.search.SearchText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of statements. */
@Description("A page of a list of statements.")
public final class StatementConnection extends Connection<Statement> {

  public StatementConnection(Page<Statement> page) {
    super(page);
  }

  @NonNull
  @Description(PagingArguments.EDGES)
  public List<@NonNull StatementEdge> getEdges() {
    SearchText search = page().list().filter().search();
    return page().edges((cursor, statement) -> new StatementEdge(cursor, statement, search));
  }

  @NonNull
  @Description(PagingArguments.NODES)
  public List<@NonNull Statement> getNodes() {
    return page().items();
  }
}
