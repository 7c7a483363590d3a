package org.chancery.revision;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.NonNull;

/** Some words of a text, and what became of them. */
@Description("Some words of a text, and what became of them.")
public record WordChange(
    @NonNull @Description("What became of them.") Kind kind,
    @NonNull @Description("The words, with the spaces and signs between them.") String text) {

  /** A word, a character that is one in scripts without spaces, or a sign. */
  private static final Pattern PIECE =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[[\\p{L}\\p{M}\\p{N}]&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+|.",
          Pattern.DOTALL);

  /** Pieces of a text that are compared with others; the time grows with the square. */
  private static final int MOST_PIECES = 1000;

  /** What became of words. */
  @Enum("WordChangeKind")
  @Description("What became of some words of a text.")
  public enum Kind {
    @Description("They are in both texts.")
    KEPT,
    @Description("They were in the earlier text alone.")
    REMOVED,
    @Description("They are in the later text alone.")
    ADDED
  }

  /** The two texts as one, in which what was removed stands before what was added in its place. */
  static List<WordChange> between(String before, String after) {
    List<String> earlier = piecesOf(before);
    List<String> later = piecesOf(after);
    int same = 0;
    while (same < Math.min(earlier.size(), later.size())
        && earlier.get(same).equals(later.get(same))) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < Math.min(earlier.size(), later.size()) - same
        && earlier
            .get(earlier.size() - 1 - sameAtEnd)
            .equals(later.get(later.size() - 1 - sameAtEnd))) {
      sameAtEnd++;
    }
    List<WordChange> changes = new ArrayList<>();
    add(changes, Kind.KEPT, earlier.subList(0, same));
    compare(
        earlier.subList(same, earlier.size() - sameAtEnd),
        later.subList(same, later.size() - sameAtEnd),
        changes);
    add(changes, Kind.KEPT, earlier.subList(earlier.size() - sameAtEnd, earlier.size()));
    return changes;
  }

  private static void compare(List<String> earlier, List<String> later, List<WordChange> changes) {
    if (Math.max(earlier.size(), later.size()) > MOST_PIECES) {
      add(changes, Kind.REMOVED, earlier);
      add(changes, Kind.ADDED, later);
      return;
    }
    List<String> removed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    int kept = 0;
    for (AbstractDelta<String> delta :
        DiffUtils.diff(earlier, later, new MyersDiffWithLinearSpace<>(), null, false).getDeltas()) {
      Chunk<String> source = delta.getSource();
      if (source.getPosition() > kept) {
        add(changes, Kind.REMOVED, removed);
        add(changes, Kind.ADDED, added);
        removed.clear();
        added.clear();
        add(changes, Kind.KEPT, earlier.subList(kept, source.getPosition()));
      }
      removed.addAll(source.getLines());
      added.addAll(delta.getTarget().getLines());
      kept = source.getPosition() + source.size();
    }
    add(changes, Kind.REMOVED, removed);
    add(changes, Kind.ADDED, added);
    add(changes, Kind.KEPT, earlier.subList(kept, earlier.size()));
  }

  private static void add(List<WordChange> changes, Kind kind, List<String> pieces) {
    if (!pieces.isEmpty()) {
      changes.add(new WordChange(kind, String.join("", pieces)));
    }
  }

  private static List<String> piecesOf(String text) {
    return PIECE.matcher(text).results().map(MatchResult::group).toList();
  }
}
