package org.chancery.graphql.limits;

/**
 * What an operation asks for, with its fragments counted at every spread. The numbers saturate at
 * {@link #ENDLESS}, as nested fragments can ask for more than any number holds.
 *
 * @param depth levels of fields
 * @param fields root fields
 * @param aliases aliased fields
 * @param directives directives on fields and fragments
 * @param listItems items of the lists in arguments
 * @param string characters of the longest string in arguments
 * @param name characters of the longest alias, which the response repeats with its field
 * @param objects cost of the objects that the response may have, multiplied by list sizes
 * @param statements cost of the SQL statements that load them: one for a field, for however many
 *     objects
 */
record QueryCost(
    long depth,
    long fields,
    long aliases,
    long directives,
    long listItems,
    long string,
    long name,
    long objects,
    long statements) {

  static final long ENDLESS = 1_000_000_000L;
  static final QueryCost NOTHING = new QueryCost(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** So many directives, and nothing else. */
  static QueryCost ofDirectives(int directives) {
    return new QueryCost(0, 0, 0, directives, 0, 0, 0, 0, 0);
  }

  /** A single value: as deep as its field, and of this cost. */
  static QueryCost ofValue(long objects, long statements) {
    return new QueryCost(1, 0, 0, 0, 0, 0, 0, objects, statements);
  }

  /** In tenths of a millisecond of a processor. */
  long cost() {
    return capped(objects + statements);
  }

  /** Both together, side by side. */
  QueryCost and(QueryCost other) {
    return new QueryCost(
        Math.max(depth, other.depth),
        capped(fields + other.fields),
        capped(aliases + other.aliases),
        capped(directives + other.directives),
        capped(listItems + other.listItems),
        Math.max(string, other.string),
        Math.max(name, other.name),
        capped(objects + other.objects),
        capped(statements + other.statements));
  }

  /** The same below a field, one deeper. */
  QueryCost inside(long objects, long statements) {
    return new QueryCost(
        depth + 1,
        0,
        aliases,
        directives,
        listItems,
        string,
        name,
        capped(objects),
        capped(statements));
  }

  /** The same without the cost of introspection, which is bounded in itself. */
  QueryCost ofIntrospection() {
    return new QueryCost(1, 0, aliases, directives, listItems, string, name, 0, 0);
  }

  /** The same as often as a list has items. */
  static long times(long cost, long items) {
    return items == 0 ? 0 : cost > ENDLESS / items ? ENDLESS : cost * items;
  }

  private static long capped(long number) {
    return Math.min(number, ENDLESS);
  }
}
