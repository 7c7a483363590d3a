package org.chancery.editing;

import java.util.Optional;
import org.chancery.document.Fault;
import org.chancery.document.FaultKind;
import org.jspecify.annotations.Nullable;

/** Why something is written, in its editor's words. */
final class Reason {

  /** As the database keeps them. */
  private static final int MOST_CHARACTERS = 2000;

  private Reason() {}

  /** What is wrong with a reason; nothing where it may stay as it is, or is null. */
  static Optional<Fault> faultOf(@Nullable String reason) {
    if (reason == null) {
      return Optional.empty();
    }
    if (reason.isBlank()) {
      return fault("Say why, in a sentence that helps whoever reads the history.");
    }
    if (reason.length() > MOST_CHARACTERS) {
      return fault("It has more than %d characters.".formatted(MOST_CHARACTERS));
    }
    return Optional.empty();
  }

  private static Optional<Fault> fault(String sentence) {
    return Optional.of(new Fault(1, "/reason", FaultKind.INVALID, sentence));
  }
}
