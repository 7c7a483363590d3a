package org.chancery.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.revision.WordChange.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordChangeTest {

  @ParameterizedTest
  @CsvSource({
    "He said so., He told reporters so., 'He [-said][+told reporters] so.'",
    "双方讨论了气候问题。, 双方未讨论气候问题。, 双方[+未]讨论[-了]气候问题。",
    "same, same, same",
    "old, new, [-old][+new]",
    "a b c d, d c, [-a b][+d] c[- d]",
    "a\u0301 🙂 b, a\u0301 🙁 b, a\u0301 [-🙂][+🙁] b"
  })
  void wordsAreSetApart(String before, String after, String told) {
    assertEquals(told, told(WordChange.between(before, after)));
  }

  /** What is kept and removed is the earlier text, what is kept and added the later one. */
  @Test
  void bothTextsCanBeReadFromIt() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int trial = 0; trial < 300; trial++) {
      String before = text(random);
      String after = text(random);
      List<WordChange> changes = WordChange.between(before, after);
      assertEquals(before, joined(changes, Kind.ADDED), () -> "seed " + seed);
      assertEquals(after, joined(changes, Kind.REMOVED), () -> "seed " + seed);
    }
  }

  @Test
  void aLongTextIsComparedWhereItDiffers() {
    String page = "Both sides went on. ".repeat(5000);
    assertEquals(
        List.of(Kind.KEPT, Kind.REMOVED, Kind.ADDED, Kind.KEPT),
        WordChange.between(page + "so" + page, page + "no" + page).stream()
            .map(WordChange::kind)
            .toList());
    String other = "Nobody came at all. ".repeat(5000);
    assertTrue(WordChange.between(page, other).size() <= 4);
  }

  private static String text(Random random) {
    return Stream.generate(() -> List.of("one", " ", "two", ".", "三", "🙂").get(random.nextInt(6)))
        .limit(random.nextInt(40))
        .collect(Collectors.joining());
  }

  private static String joined(List<WordChange> changes, Kind without) {
    return changes.stream()
        .filter(change -> change.kind() != without)
        .map(WordChange::text)
        .collect(Collectors.joining());
  }

  private static String told(List<WordChange> changes) {
    return changes.stream()
        .map(
            change ->
                switch (change.kind()) {
                  case KEPT -> change.text();
                  case REMOVED -> "[-" + change.text() + "]";
                  case ADDED -> "[+" + change.text() + "]";
                })
        .collect(Collectors.joining());
  }
}
