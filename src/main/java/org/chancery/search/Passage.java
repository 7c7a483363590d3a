package org.chancery.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chancery.search.SearchText.Term;
import org.chancery.search.Words.Place;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Where something that is looked for stands in a text.
 *
 * @param exact the text there
 * @param start in Unicode code points from 0 on
 * @param end the offset after the last one
 */
@Description("Where something that was looked for stands in a text.")
public record Passage(
    @NonNull @Description("The text there.") String exact,
    @NonNull @Description("Where it starts in the text, in Unicode code points from 0 on.")
        Integer start,
    @NonNull
        @Description(
            "Where it ends in the text, in Unicode code points: the offset after the last one.")
        Integer end) {

  /** Where the wanted words and phrases stand in a text, in its order; none overlap. */
  public static List<Passage> in(String text, SearchText search) {
    List<Place> places = Words.in(text);
    List<Place> found = new ArrayList<>();
    for (Term term : search.wanted()) {
      int length = term.words().size();
      for (int i = 0; i + length <= places.size(); i++) {
        if (stands(term, places, i)) {
          found.add(
              new Place(term.inWords(), places.get(i).start(), places.get(i + length - 1).end()));
        }
      }
    }
    found.sort(
        Comparator.comparingInt(Place::start).thenComparing(Place::end, Comparator.reverseOrder()));
    List<Passage> passages = new ArrayList<>();
    int from = 0;
    int points = 0;
    for (Place place : found) {
      if (place.start() >= from) {
        int start = points + text.codePointCount(from, place.start());
        points = start + text.codePointCount(place.start(), place.end());
        from = place.end();
        passages.add(new Passage(text.substring(place.start(), place.end()), start, points));
      }
    }
    return passages;
  }

  private static boolean stands(Term term, List<Place> places, int at) {
    List<String> whole = term.whole();
    for (int i = 0; i < whole.size(); i++) {
      if (!places.get(at + i).word().equals(whole.get(i))) {
        return false;
      }
    }
    return !term.isPrefix() || places.get(at + whole.size()).word().startsWith(term.last());
  }
}
