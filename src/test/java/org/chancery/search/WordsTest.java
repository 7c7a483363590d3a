package org.chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How texts become the words that are searched. */
class WordsTest {

  private static final String PLAIN_LETTERS = "aZ09..- '\"\t|_@";

  /** Most texts are plain, and taken apart a shorter way. */
  @Test
  void plainTextsHaveTheWordsThatAnyTextHas() {
    Random chance = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      String text =
          chance
              .ints(chance.nextInt(20), 0, PLAIN_LETTERS.length())
              .mapToObj(at -> PLAIN_LETTERS.substring(at, at + 1))
              .collect(Collectors.joining());
      assertEquals(Words.inAny(text), Words.in(text), text);
    }
    String longest = "aB9".repeat(50) + ". ";
    assertEquals(Words.inAny(longest), Words.in(longest));
  }

  @ParameterizedTest
  @CsvSource({
    "China’s 1.5 °C goal, ' china s 1 5 c goal '",
    "COOPÉRATION, ' cooperation '",
    "Søren Łukasz Đặng Erdoğan, ' soren lukasz dang erdogan '",
    "Straße STRASSE, ' strasse strasse '",
    "ΣΊΣΥΦΟΣ Σίσυφος, ' σισυφοσ σισυφοσ '",
    "Чёрный чай, ' черныи чаи '",
    "王毅外长, ' 王 毅 外 长 '",
    "ｗｉｄｅ ﬁne №5, ' wide fine 5 '",
    "'e\u0301te\u0301', ' ete '",
    "🙂 — …, ''",
    "𝔄lpha 𠮷, ' alpha u20bb7 '",
    "climate-change|talks, ' climate change talks '",
    "'The U.S. and the U.N., e.g. the U.S.A', ' the us and the un eg the usa '",
    "'J.B. at e.com and 1.5, a.b1', ' jb at e com and 1 5 a b1 '",
    "ユネスコとの会談ー, ' ユ ネ ス コ と の 会 談 ー '",
    "การเจรจา ๒๕๖๔, ' ก า ร เ จ ร จ า 2564 '",
    "ກອງປະຊຸມ, ' ກ ອ ງ ປ ະ ຊຸ ມ '",
    "ကြေညာချက်, ' ကြေ ညာ ချ က် '",
    "ការប្រជុំ, ' កា រ ប្ រ ជុំ '",
    "مُحَمَّد إسلام أحمد آسيا ٱلله كتـــاب, ' محمد اسلام احمد اسيا الله كتاب '",
    "שָׁלוֹם, ' שלום '",
    "cli\u00admate wo\u200drd ❤\ufe0f, ' climate word '",
    "½ 1½ ⅔, ' 1 2 1 1 2 2 3 '",
    "회담을, ' 회담을 '",
    "٢٠٢١ ۲۰۲۱, ' 2021 2021 '",
    "がぎ ﾊﾟ, ' が ぎ パ '",
  })
  void areFoldedAndSplit(String text, String words) {
    assertEquals(words, wordsOf(text));
  }

  @Test
  void ofSeveralTextsAreKeptApart() {
    assertEquals(" kerry john ! john kerry ", wordsOf("Kerry, John", null, "–", "John Kerry"));
    assertEquals(List.of("kerry", "john"), Words.distinctIn(wordsOf("Kerry, John", "John Kerry")));
  }

  @Test
  void areCutWhereNobodyLooksForSoLongAWord() {
    assertEquals(102, wordsOf("x".repeat(10_000)).length());
    assertEquals(wordsOf("x".repeat(10_000)), wordsOf("x".repeat(100)));
  }

  /**
   * To bring a long run of marks into order takes time that grows with its square; what is found by
   * a letter with very many is what is found by one with thirty.
   */
  @Test
  void runsOfMarksAreBounded() {
    String marks = "\u0323\u0301".repeat(15);
    String tibetan = "\u0f40" + "\u0f71\u0f72".repeat(15);
    assertEquals(wordsOf("e"), wordsOf("e" + marks.repeat(10_000)));
    assertEquals(wordsOf(tibetan), wordsOf(tibetan + "\u0f71\u0f72".repeat(50_000)));
  }

  /** Lists are in the order of these words. */
  @Test
  void aNameStandsBeforeThoseThatBeginWithIt() {
    List<String> sorted =
        Stream.of(
                List.of("Guinea-Bissau"),
                List.of("Guinea", "Guin\u00e9e"),
                List.of("Guineans"),
                List.of("Guinea"),
                List.of("Guinea 2"))
            .map(names -> Words.of(List.copyOf(names)))
            .sorted()
            .map(String::strip)
            .toList();
    assertEquals(
        List.of("guinea", "guinea ! guinee", "guinea 2", "guinea bissau", "guineans"), sorted);
  }

  @Test
  void aSearchIsNoBook() {
    SearchText.parse("x".repeat(1000));
    assertThrows(IllegalArgumentException.class, () -> SearchText.parse("x".repeat(1001)));
  }

  @Test
  void aSearchHasWordsPhrasesAndWhatMustNotBe() {
    SearchText search =
        SearchText.parse("talks \"Climate Change\" -war -\"cold war\" 1.5 -- “quoted”");
    assertEquals(
        List.of(
            new SearchText.Term(List.of("talks")),
            new SearchText.Term(List.of("climate", "change")),
            new SearchText.Term(List.of("1", "5")),
            new SearchText.Term(List.of("quoted"))),
        search.wanted());
    assertEquals(
        List.of(new SearchText.Term(List.of("war")), new SearchText.Term(List.of("cold", "war"))),
        search.unwanted());
  }

  /** Of all languages, with or without spaces around them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "«climate change»",
        "„climate change“",
        "“climate change”",
        "「climate change」",
        "『climate change』",
        "〝climate change〟",
        "‹climate change›",
        "＂climate change＂",
        "\"climate\u00a0change"
      })
  void quotationMarksMakePhrases(String typed) {
    assertEquals(
        List.of(new SearchText.Term(List.of("climate", "change"))),
        SearchText.parse(typed).wanted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"王毅\u3000climate", "王毅\u00a0climate", "王毅\u200bclimate", "「王毅」climate"})
  void spacesOfAllScriptsDivideWords(String typed) {
    assertEquals(
        List.of(new SearchText.Term(List.of("王", "毅")), new SearchText.Term(List.of("climate"))),
        SearchText.parse(typed).wanted());
  }

  @Test
  void aStarLooksForBeginnings() {
    assertEquals(
        List.of(
            new SearchText.Term(List.of("kerr"), true),
            new SearchText.Term(List.of("climate", "cha"), true),
            new SearchText.Term(List.of("王"))),
        SearchText.parse("Kerr* \"climate cha*\" 王* ").wanted());
    assertThrows(IllegalArgumentException.class, () -> SearchText.parse("ke*"));
    assertEquals(
        List.of(new Passage("Kerry", 5, 10), new Passage("climate change", 14, 28)),
        Passage.in("John Kerry on climate change", SearchText.parse("ker* \"climate cha*\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"", "\"\"", "-", "- -", "-\"\"", "🙂", "*:*", "'", "\\", "\0"})
  void aSearchWithoutAWordIsRefused(String typed) {
    assertThrows(IllegalArgumentException.class, () -> SearchText.parse(typed));
  }

  @Test
  void passagesCountCodePointsAndDoNotOverlap() {
    String text = "🙂 Climate change, e\u0301tat: climate.";
    assertEquals(
        List.of(
            new Passage("Climate change", 2, 16),
            new Passage("e\u0301tat", 18, 23),
            new Passage("climate", 25, 32)),
        Passage.in(text, SearchText.parse("climate \"climate change\" ETAT")));
  }

  @Test
  void relevanceIsThePartThatTheWordsMakeUp() {
    assertEquals(1000 * 16 / 19, Relevance.of(wordsOf("climate, a climate"), List.of("climate")));
    assertEquals(0, Relevance.of("", List.of("climate")));
  }

  private static String wordsOf(@Nullable String... texts) {
    return Words.of(Arrays.asList(texts));
  }
}
