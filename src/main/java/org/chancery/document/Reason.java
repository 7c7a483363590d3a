package org.chancery.document;

import org.jspecify.annotations.Nullable;

/** Why something is written, in its editor's words. */
final class Reason {

  /** As the database keeps them. */
  private static final int MOST_CHARACTERS = 2000;

  private Reason() {}

  /** What is wrong with a reason, in a sentence; null where it may stay as it is, or is null. */
  static @Nullable String faultOf(@Nullable String reason) {
    if (reason == null) {
      return null;
    }
    if (reason.isBlank()) {
      return "Say why, in a sentence that helps whoever reads the history.";
    }
    if (reason.length() > MOST_CHARACTERS) {
      return "It has more than %d characters.".formatted(MOST_CHARACTERS);
    }
    String fault = Texts.faultOf(reason);
    return fault == null ? null : "It " + fault;
  }
}
