package org.chancery.statement;

import java.util.List;
import org.chancery.graphql.paging.PagingArguments;
import org.chancery.search.Passage;
import org.chancery.search.SearchText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A statement in a list, with its place there.
 *
 * @param search what the list's filter looks for in texts; null where it looks for nothing
 */
@Description("A statement in a list, with its place there.")
public record StatementEdge(
    @NonNull @Description(PagingArguments.CURSOR) String cursor,
    @NonNull @Description("The item.") Statement node,
    @Ignore @Nullable SearchText search) {

  @NonNull
  @Description(
      "Where what the filter's text looks for stands in the statement's text, to highlight it; empty where the filter"
          + " has no text.")
  public List<@NonNull Passage> getMatches() {
    return search == null ? List.of() : Passage.in(node.getText(), search);
  }
}
