package org.chancery.graphql.paging;

import org.chancery.graphql.errors.RequestException;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for, as the Relay specification has it; null being the same as left
 * out. In the schema its members are arguments of the list's field.
 */
@Input("PageArguments")
@Description("Which page of a list.")
public record PageArguments(
    @Description(
            "How many from the start, or after \"after\": 1 to 100. 20 where neither \"first\" nor \"last\" is given.")
        @Nullable Integer first,
    @Description("Only what comes after this cursor of the same list.") @Nullable String after,
    @Description(
            "How many from the end, or before \"before\": 1 to 100. Not together with \"first\".")
        @Nullable Integer last,
    @Description("Only what comes before this cursor of the same list.") @Nullable String before) {

  public static final int DEFAULT_SIZE = 20;
  public static final int MOST = 100;

  public PageArguments {
    if (first != null && last != null) {
      throw RequestException.badInput(
          "\"first\" and \"last\" do not go together: send \"first\" (with \"after\") to page forward, or \"last\" (with"
              + " \"before\") to page backward.");
    }
    check("first", first);
    check("last", last);
  }

  /** How many items at the most. */
  public int size() {
    return last == null ? sizeOf(first) : last;
  }

  /** Whether they are the last ones before a cursor rather than the first ones after it. */
  public boolean backward() {
    return last != null;
  }

  /** How many of a list without pages, null being the same as left out. */
  public static int sizeOf(@Nullable Integer first) {
    check("first", first);
    return first == null ? DEFAULT_SIZE : first;
  }

  private static void check(String argument, @Nullable Integer size) {
    if (size != null && (size < 1 || size > MOST)) {
      throw RequestException.badInput(
          "\"%s\" is %d; it can be 1 to %d. Page through longer lists with pageInfo's cursors.",
          argument, size, MOST);
    }
  }
}
