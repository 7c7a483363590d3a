package org.chancery.statement;

import java.util.List;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PagingArguments;
import org.chancery.search.Passage;
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
    return page()
        .edges(
            (cursor, statement) ->
                new StatementEdge(cursor, statement, matches(statement.getText())));
  }

  @NonNull
  @Description(PagingArguments.NODES)
  public List<@NonNull Statement> getNodes() {
    return page().items();
  }

  private List<Passage> matches(String text) {
    SearchText search = page().list().filter().search();
    return search == null ? List.of() : Passage.in(text, search);
  }
}
