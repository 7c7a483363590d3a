package org.chancery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A part of a text in which something stands that was looked for. */
@Description("A part of a text in which something stands that was looked for.")
public record Excerpt(
    @NonNull @Description("The text; all of it where it is short.") String text,
    @NonNull @Description("Where in this part it stands, to highlight it.")
        List<@NonNull Passage> passages) {

  private static final int MOST = 3;

  /** Code points; a longer text is cut. */
  private static final int LONGEST = 240;

  /** Code points; what is looked for has at most a thousand letters, but begins longer words. */
  private static final int LONGEST_PASSAGE = 1000;

  /** Code points that stand before the first passage, or fewer. */
  private static final int BEFORE = 80;

  /** The first places of some texts. */
  public static List<Excerpt> of(List<String> texts, SearchText search) {
    List<Excerpt> excerpts = new ArrayList<>();
    for (String text : texts) {
      List<Passage> passages = Passage.in(text, search);
      int next = 0;
      while (next < passages.size() && excerpts.size() < MOST) {
        Excerpt excerpt = around(text, passages.subList(next, passages.size()));
        excerpts.add(excerpt);
        next += excerpt.passages().size();
      }
    }
    return excerpts;
  }

  /** The part that has the first of these passages, and those of the others that are in it. */
  private static Excerpt around(String text, List<Passage> passages) {
    int[] points = text.codePoints().toArray();
    Passage first = passages.get(0);
    int firstEnd = Math.min(first.end(), first.start() + LONGEST_PASSAGE);
    boolean isShort = points.length <= LONGEST;
    int start =
        isShort ? 0 : afterSpace(points, Math.max(0, first.start() - BEFORE), first.start());
    int end =
        isShort
            ? points.length
            : beforeSpace(
                points, firstEnd, Math.min(points.length, Math.max(start + LONGEST, firstEnd)));
    return new Excerpt(
        new String(points, start, end - start),
        passages.stream()
            .filter(passage -> passage.end() <= end || passage.equals(first))
            .map(passage -> within(points, passage, start, end))
            .toList());
  }

  /** A passage in the part from one place to another; its beginning where it is longer. */
  private static Passage within(int[] points, Passage passage, int start, int end) {
    int last = Math.min(passage.end(), end);
    return new Passage(
        new String(points, passage.start(), last - passage.start()),
        passage.start() - start,
        last - start);
  }

  /** Where the first whole word begins, where the text has spaces. */
  private static int afterSpace(int[] points, int from, int to) {
    return from == 0
        ? 0
        : IntStream.range(from, to)
            .filter(at -> Character.isWhitespace(points[at - 1]))
            .findFirst()
            .orElse(from);
  }

  /** Where the last whole word ends, where the text has spaces. */
  private static int beforeSpace(int[] points, int from, int to) {
    return to == points.length
        ? to
        : IntStream.range(from, to)
            .filter(at -> Character.isWhitespace(points[at]))
            .max()
            .orElse(to);
  }
}
