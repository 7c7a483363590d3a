package org.chancery.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which name is shown in a language (RFC 4647, lookup). */
class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "zh, zh, zh",
    "zh, zh-Hant, zh-Hant",
    "zh-Hant-TW, zh, zh",
    "zh-Hant-TW, zh-Hant, zh-Hant",
    "ZH-hant, zh-Hant, zh-Hant",
    "zh-Hans, zh-Hant, as recorded",
    "sr-Latn, sr-Cyrl, as recorded",
    "en-US, en-GB en, en",
    "en, en-GB en, en",
    "fr, en-GB en, as recorded",
  })
  void anotherScriptIsNoneThatWasAskedFor(String asked, String languages, String shown) {
    List<OtherName> others =
        Stream.of(languages.split(" ", -1)).map(tag -> new OtherName(tag, tag)).toList();
    assertEquals(shown, Names.of("as recorded", others).in(asked));
  }
}
