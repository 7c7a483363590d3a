package org.chancery.pages;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text, in which no mark begins or ends.
 *
 * @param quoted whether an account gives it as spoken
 * @param found whether it was looked for
 */
@TemplateData
public record Piece(String text, boolean quoted, boolean found) {

  /** Why something is marked. */
  enum Reason {
    STATEMENT,
    QUOTED,
    FOUND
  }

  /**
   * From one code point of a text to another.
   *
   * @param end the first one that is not in it any more
   * @param key of the statement that stands there; null where it is marked for another reason
   */
  record Mark(int start, int end, Reason reason, @Nullable String key) {

    Mark(int start, int end, Reason reason) {
      this(start, end, reason, null);
    }
  }

  /**
   * The pieces of a text that one statement stands in, or none.
   *
   * @param key of the statement; null where there is none
   */
  @TemplateData
  public record Stretch(@Nullable String key, List<Piece> pieces) {}

  /** A text in its pieces. */
  static List<Piece> of(String text, List<Mark> marks) {
    return stretches(text, marks).stream().flatMap(stretch -> stretch.pieces().stream()).toList();
  }

  /** A text in its stretches; where statements overlap the first of them counts. */
  static List<Stretch> stretches(String text, List<Mark> marks) {
    int length = text.codePointCount(0, text.length());
    TreeSet<Integer> ends = new TreeSet<>(List.of(0, length));
    for (Mark mark : marks) {
      ends.add(Math.min(mark.start(), length));
      ends.add(Math.min(mark.end(), length));
    }
    List<Mark> waiting = new ArrayList<>(marks);
    waiting.sort(Comparator.comparingInt(Mark::start));
    Iterator<Mark> next = waiting.iterator();
    Mark coming = next.hasNext() ? next.next() : null;
    List<Mark> here = new ArrayList<>();
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    int begin = 0;
    for (int end : ends.tailSet(1)) {
      int at = begin;
      int to = text.offsetByCodePoints(from, end - begin);
      here.removeIf(mark -> mark.end() <= at);
      while (coming != null && coming.start() <= at) {
        here.add(coming);
        coming = next.hasNext() ? next.next() : null;
      }
      Set<Reason> reasons = EnumSet.noneOf(Reason.class);
      here.forEach(mark -> reasons.add(mark.reason()));
      String key = here.stream().map(Mark::key).filter(Objects::nonNull).findFirst().orElse(null);
      if (stretches.isEmpty() || !Objects.equals(stretches.get(stretches.size() - 1).key(), key)) {
        stretches.add(new Stretch(key, new ArrayList<>()));
      }
      stretches
          .get(stretches.size() - 1)
          .pieces()
          .add(
              new Piece(
                  text.substring(from, to),
                  reasons.contains(Reason.QUOTED),
                  reasons.contains(Reason.FOUND)));
      from = to;
      begin = end;
    }
    return stretches;
  }
}
