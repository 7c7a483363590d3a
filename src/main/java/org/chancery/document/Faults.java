package org.chancery.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Gathers the faults of a document while it is read. */
final class Faults {

  /** Beyond these, a document is broken as a whole, and one more fault tells nobody anything. */
  private static final int MOST = 1000;

  private static final Set<FaultKind> MAY_PASS =
      EnumSet.of(FaultKind.NOT_FOUND, FaultKind.TAKEN, FaultKind.IN_USE);

  private final List<Fault> found = new ArrayList<>();
  private int more;

  void add(int line, String path, String reason) {
    add(line, path, FaultKind.INVALID, reason);
  }

  void add(int line, String path, FaultKind kind, String reason) {
    if (found.size() < MOST) {
      found.add(new Fault(line, path, kind, reason));
    } else {
      more++;
    }
  }

  void addAll(Faults others) {
    others.found.forEach(fault -> add(fault.line(), fault.path(), fault.kind(), fault.reason()));
    more += others.more;
  }

  /** Each as another one. */
  Faults each(UnaryOperator<Fault> other) {
    Faults others = new Faults();
    found.forEach(fault -> others.found.add(other.apply(fault)));
    others.more = more;
    return others;
  }

  /** Whether one of them may be none once other lines are loaded. */
  boolean mayPass() {
    return found.stream().anyMatch(fault -> MAY_PASS.contains(fault.kind()));
  }

  List<Fault> all() {
    return List.copyOf(found);
  }

  boolean none() {
    return found.isEmpty();
  }

  /** In the order of the lines. */
  FaultsTold told() {
    return new FaultsTold(
        found.stream().sorted(Comparator.comparingInt(Fault::line)).toList(), more);
  }

  void throwIfAny() {
    if (!none()) {
      throw new FaultyDocumentException(told());
    }
  }
}
