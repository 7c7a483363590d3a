package org.chancery.graphql.limits;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what a request asks of the schema itself, which has no cost: the whole of it once, and of
 * types as many as one likes, but not what they have below what others have, which would be the
 * schema times itself.
 *
 * <p>Replaces GraphQL Java 24's GoodFaithIntrospection, which refuses a second {@code __type}.
 */
final class IntrospectionLimit {

  private static final String SCHEMA = "__schema";
  private static final String TYPE = "__type";

  /** The lists of a type that lead to other types. */
  private static final Set<String> LISTS =
      Set.of("fields", "inputFields", "interfaces", "possibleTypes");

  /** As clients nest the types of lists and of what may not be null. */
  private static final int MOST_LEVELS = 20;

  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, Extent> ofFragments = new HashMap<>();

  IntrospectionLimit(Map<String, FragmentDefinition> fragments) {
    this.fragments = fragments;
  }

  /**
   * How far a selection reaches.
   *
   * @param schemas how often it asks for the whole schema
   * @param lists how many lists of types stand inside each other
   * @param levels how many fields do
   */
  private record Extent(int schemas, int lists, int levels) {

    static final Extent NOTHING = new Extent(0, 0, 0);

    Extent and(Extent other) {
      return new Extent(
          schemas + other.schemas, Math.max(lists, other.lists), Math.max(levels, other.levels));
    }
  }

  /**
   * Checks an operation.
   *
   * @throws RequestException where it asks for too much
   */
  void check(SelectionSet operation) {
    Extent extent = of(operation, false);
    if (extent.schemas() > 1) {
      throw RequestException.beyondLimit(
          "__schema", extent.schemas(), 1, "Ask for the schema once.");
    }
    if (extent.lists() > 1) {
      throw RequestException.beyondLimit(
          "lists of types inside each other",
          extent.lists(),
          1,
          "Ask for each type by its name, with __type.");
    }
    if (extent.levels() > MOST_LEVELS) {
      throw RequestException.beyondLimit("depth", extent.levels(), MOST_LEVELS);
    }
  }

  private Extent of(@Nullable SelectionSet selections, boolean inside) {
    Extent all = Extent.NOTHING;
    if (selections != null) {
      for (Selection<?> selection : selections.getSelections()) {
        all = all.and(of(selection, inside));
      }
    }
    return all;
  }

  private Extent of(Selection<?> selection, boolean inside) {
    if (selection instanceof FragmentSpread spread) {
      String key = spread.getName() + " " + inside;
      Extent known = ofFragments.get(key);
      if (known == null) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        known = fragment == null ? Extent.NOTHING : of(fragment.getSelectionSet(), inside);
        ofFragments.put(key, known);
      }
      return known;
    }
    if (selection instanceof InlineFragment inline) {
      return of(inline.getSelectionSet(), inside);
    }
    Field field = (Field) selection;
    boolean isRoot = field.getName().equals(SCHEMA) || field.getName().equals(TYPE);
    if (!inside && !isRoot) {
      return Extent.NOTHING;
    }
    Extent below = of(field.getSelectionSet(), true);
    return new Extent(
        below.schemas() + (field.getName().equals(SCHEMA) ? 1 : 0),
        below.lists() + (inside && LISTS.contains(field.getName()) ? 1 : 0),
        below.levels() + 1);
  }
}
