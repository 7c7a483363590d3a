package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a line has the form that the schema gives it.
 *
 * @param line as it was given; where it has faults of form, with something else in their places, so
 *     that the rules can be checked in all the rest; null where no rule can be checked
 * @param faults of form
 * @param isReplaced which places have something else
 */
record LineForm(@Nullable ObjectNode line, Faults faults, Predicate<String> isReplaced) {

  /** Has none of its own: it cannot be read. */
  static LineForm unreadable(Faults faults) {
    return new LineForm(null, faults, path -> false);
  }

  boolean isWhole() {
    return faults.none();
  }

  /** The faults of the rules that come from what was given. */
  Faults given(Faults ofRules) {
    Faults given = new Faults();
    ofRules.all().stream()
        .filter(fault -> !isReplaced.test(fault.path()))
        .forEach(fault -> given.add(fault.line(), fault.path(), fault.kind(), fault.reason()));
    return given;
  }
}
