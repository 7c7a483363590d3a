package org.chancery.graphql.limits;

/**
 * What an operation asks for, with its fragments counted wherever they are spread. The numbers stop
 * growing at {@link #ENDLESS}: fragments that spread fragments can ask for more than any number
 * holds.
 *
 * @param depth fields inside fields
 * @param fields fields at the top
 * @param aliases fields with another name
 * @param directives directives on fields and fragments
 * @param listItems items of the lists in arguments
 * @param cost the objects that the answer may have
 */
record Measure(long depth, long fields, long aliases, long directives, long listItems, long cost) {

  static final long ENDLESS = 1_000_000_000L;
  static final Measure NOTHING = new Measure(0, 0, 0, 0, 0, 0);

  /** So many directives, and nothing else. */
  static Measure ofDirectives(int directives) {
    return new Measure(0, 0, 0, directives, 0, 0);
  }

  /** A single value: as deep as its field, and of this cost. */
  static Measure ofValue(long cost) {
    return new Measure(1, 0, 0, 0, 0, cost);
  }

  /** Both together, side by side. */
  Measure and(Measure other) {
    return new Measure(
        Math.max(depth, other.depth),
        capped(fields + other.fields),
        capped(aliases + other.aliases),
        capped(directives + other.directives),
        capped(listItems + other.listItems),
        capped(cost + other.cost));
  }

  /** The same as often as a list has items. */
  static long times(long cost, long items) {
    return items == 0 ? 0 : cost > ENDLESS / items ? ENDLESS : cost * items;
  }

  private static long capped(long number) {
    return Math.min(number, ENDLESS);
  }
}
