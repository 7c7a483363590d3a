package org.chancery.statement;

import java.util.List;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Descriptions;
import org.chancery.graphql.paging.PagedList;
import org.chancery.search.Passage;
import org.chancery.search.SearchText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A page of a list of statements, whose edges show what was looked for. */
@Description("A page of a list, whose items are of the type Statement.")
public final class StatementConnection extends PagedList<Statement> {

  public StatementConnection(Connection<Statement> page) {
    super(page);
  }

  @NonNull
  @Description(Descriptions.EDGES)
  public List<@NonNull Edge> getEdges() {
    SearchText search = page().list().filter().search();
    return page().edges((cursor, statement) -> new Edge(cursor, statement, search));
  }

  /**
   * A statement in a list, with its place there.
   *
   * @param search what the list's filter looks for in texts; null where it looks for nothing
   */
  @Name("StatementEdge")
  @Description("An item of a list, of the type Statement, with its place there.")
  public record Edge(
      @NonNull @Description(Descriptions.CURSOR) String cursor,
      @NonNull @Description(Descriptions.NODE) Statement node,
      @Ignore @Nullable SearchText search) {

    @NonNull
    @Description(
        "Where what the filter's text looks for stands in the statement's text, to highlight it; empty where the filter"
            + " has no text.")
    public List<@NonNull Passage> getMatches() {
      return search == null ? List.of() : Passage.in(node.getText(), search);
    }
  }
}
