package org.chancery.discovery;

import java.util.List;
import java.util.Objects;
import org.chancery.graphql.node.Node;
import org.chancery.search.Excerpt;
import org.chancery.search.SearchText;
import org.chancery.search.Searched;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Something that was found.
 *
 * @param search what was looked for
 */
@Description("Something that was found.")
public record SearchResult(
    @NonNull @Description("What it is.") SearchKind kind,
    @NonNull @Description("The thing itself.") Node thing,
    @NonNull
        @Description(
            "How large a part of its own texts the words make up that were looked for, in thousandths; beginnings of words (kerr*) count for nothing.")
        Integer relevance,
    @Ignore SearchText search) {

  /** The parts of its texts, which are read, in which what was looked for stands. */
  List<Excerpt> excerpts() {
    return Excerpt.of(searched().texts().stream().filter(Objects::nonNull).toList(), search);
  }

  Searched searched() {
    return (Searched) thing;
  }
}
