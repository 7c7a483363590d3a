package org.chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static final String LONG = "some words that stand before it ".repeat(20);

  @Test
  void aShortTextIsGivenWhole() {
    List<Excerpt> excerpts = of("climate", "The climate, and the Climate again.");
    assertEquals(1, excerpts.size());
    assertEquals("The climate, and the Climate again.", excerpts.get(0).text());
    assertEquals(
        List.of(new Passage("climate", 4, 11), new Passage("Climate", 21, 28)),
        excerpts.get(0).passages());
  }

  @Test
  void aLongTextIsCutBetweenWords() {
    Excerpt excerpt = of("climate", LONG + "climate " + LONG).get(0);
    assertTrue(excerpt.text().length() <= 240, excerpt.text());
    assertTrue((LONG + "climate " + LONG).contains(" " + excerpt.text() + " "), excerpt.text());
    assertStands(excerpt);
  }

  @Test
  void whereThereAreNoSpacesItIsCutAnywhere() {
    Excerpt excerpt = of("渡轮", "🙂桥".repeat(300) + "渡轮" + "桥🙂".repeat(300)).get(0);
    assertEquals(240, excerpt.text().codePointCount(0, excerpt.text().length()));
    assertStands(excerpt);
  }

  @Test
  void aPassageLongerThanAnExcerptIsWhole() {
    String phrase = "word ".repeat(29) + "a".repeat(200);
    Excerpt excerpt = of('"' + phrase + '"', LONG + phrase + " " + LONG).get(0);
    assertTrue(excerpt.text().contains(phrase));
  }

  @Test
  void ofAWordWithoutEndTheBeginningIsShown() {
    Excerpt excerpt = of("need*", LONG + "needle".repeat(20_000) + " " + LONG).get(0);
    assertEquals(1000, excerpt.passages().get(0).exact().length());
    assertStands(excerpt);
  }

  @Test
  void thereAreThreeAtTheMost() {
    List<Excerpt> excerpts = of("climate", ("climate " + LONG).repeat(5));
    assertEquals(3, excerpts.size());
    excerpts.forEach(ExcerptTest::assertStands);
  }

  private static List<Excerpt> of(String wanted, String text) {
    return Excerpt.of(List.of("Nothing here", text), SearchText.of(wanted));
  }

  private static void assertStands(Excerpt excerpt) {
    assertTrue(excerpt.passages().size() > 0);
    for (Passage passage : excerpt.passages()) {
      int start = excerpt.text().offsetByCodePoints(0, passage.start());
      int end = excerpt.text().offsetByCodePoints(0, passage.end());
      assertEquals(passage.exact(), excerpt.text().substring(start, end));
    }
  }
}
