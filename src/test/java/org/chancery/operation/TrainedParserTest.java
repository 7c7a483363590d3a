package org.chancery.operation;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainedParserTest {

  static List<String> sentences() {
    return TrainedParser.sentences();
  }

  /** One that is not HQL would end here, and the building of the native executable. */
  @ParameterizedTest
  @MethodSource("sentences")
  void sentencesAreHql(String sentence) {
    TrainedParser.read(sentence);
  }
}
