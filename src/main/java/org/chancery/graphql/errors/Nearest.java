package org.chancery.graphql.errors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** What is nearest to a misspelt word. */
public final class Nearest {

  /** A longer text is none that was misspelt; and reckoning would take long. */
  private static final int LONGEST = 50;

  /** Letters from which on two may be wrong, and not one. */
  private static final int LONG_ENOUGH_FOR_TWO = 4;

  private Nearest() {}

  /** A question to put after the sentence that says what is wrong; empty where nothing is near. */
  public static String question(String wrong, List<String> words) {
    return to(wrong, words).map(word -> " Did you mean \"" + word + "\"?").orElse("");
  }

  /** The word with the fewest letters changed, added, left out or swapped; two at the most. */
  static Optional<String> to(String wrong, List<String> words) {
    if (wrong.length() > LONGEST) {
      return Optional.empty();
    }
    LevenshteinAutomata near = new LevenshteinAutomata(wrong.toLowerCase(Locale.ROOT), true);
    int most = wrong.length() < LONG_ENOUGH_FOR_TWO ? 1 : 2;
    for (int letters = 0; letters <= most; letters++) {
      Automaton accepted = near.toAutomaton(letters);
      for (String word : words) {
        if (Operations.run(accepted, word.toLowerCase(Locale.ROOT))) {
          return Optional.of(word);
        }
      }
    }
    return Optional.empty();
  }
}
