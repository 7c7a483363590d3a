package org.chancery.graphql.limits;

import graphql.execution.CoercedVariables;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.ObjectValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.chancery.graphql.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Measures an operation without running it. Each fragment is measured once, so that measuring takes
 * no longer than the document is long, whatever it asks for.
 *
 * <p>An object costs 1, a list as many as it may have: a page its {@code first} or {@code last},
 * {@code nodes} its ids, a list without pages its {@code first}, any other {@value #OF_A_LIST}.
 * What pages are made of, and single values, cost nothing. {@code @skip} and {@code @include} are
 * not looked at.
 */
final class Measuring {

  /** What a list without pages is reckoned to have: most have fewer. */
  private static final int OF_A_LIST = 3;

  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments;
  private final CoercedVariables variables;
  private final Map<String, Measure> ofFragments = new HashMap<>();

  Measuring(
      GraphQLSchema schema, Map<String, FragmentDefinition> fragments, CoercedVariables variables) {
    this.schema = schema;
    this.fragments = fragments;
    this.variables = variables;
  }

  /**
   * Measures what is selected.
   *
   * @param items how many the page has that these are selected of; 1 outside a page
   */
  Measure measure(SelectionSet selections, GraphQLFieldsContainer type, long items) {
    Measure all = Measure.NOTHING;
    for (Selection<?> selection : selections.getSelections()) {
      all = all.and(measure(selection, type, items));
    }
    return all;
  }

  private Measure measure(Selection<?> selection, GraphQLFieldsContainer type, long items) {
    if (selection instanceof Field field) {
      return measure(field, type, items);
    }
    if (selection instanceof FragmentSpread spread) {
      Measure measured = ofFragment(spread.getName(), items);
      return measured.and(Measure.ofDirectives(spread.getDirectives().size()));
    }
    InlineFragment inline = (InlineFragment) selection;
    Measure directives = Measure.ofDirectives(inline.getDirectives().size());
    GraphQLFieldsContainer narrowed =
        inline.getTypeCondition() == null ? type : typeOf(inline.getTypeCondition().getName());
    return narrowed == null
        ? directives
        : measure(inline.getSelectionSet(), narrowed, items).and(directives);
  }

  private Measure ofFragment(String name, long items) {
    String key = name + " of " + items;
    Measure known = ofFragments.get(key);
    if (known != null) {
      return known;
    }
    FragmentDefinition fragment = fragments.get(name);
    GraphQLFieldsContainer type =
        fragment == null ? null : typeOf(fragment.getTypeCondition().getName());
    Measure measured =
        fragment == null || type == null
            ? Measure.NOTHING
            : measure(fragment.getSelectionSet(), type, items)
                .and(Measure.ofDirectives(fragment.getDirectives().size()));
    ofFragments.put(key, measured);
    return measured;
  }

  private Measure measure(Field field, GraphQLFieldsContainer parent, long items) {
    long alias = field.getAlias() == null ? 0 : 1;
    Measure itself = new Measure(0, 1, alias, field.getDirectives().size(), listItems(field), 0);
    GraphQLFieldDefinition definition = parent.getFieldDefinition(field.getName());
    if (field.getSelectionSet() == null || definition == null) {
      // A total is an SQL statement of its own.
      return itself.and(Measure.ofValue(field.getName().equals("totalCount") ? 1 : 0));
    }
    if (Introspection.isIntrospectionTypes(GraphQLTypeUtil.unwrapAll(definition.getType()))) {
      return itself.and(Measure.ofValue(0));
    }
    GraphQLFieldsContainer type = typeOf(GraphQLTypeUtil.unwrapAll(definition.getType()).getName());
    if (type == null) {
      return itself.and(Measure.ofValue(0));
    }
    Measure inside =
        measure(field.getSelectionSet(), type, isConnection(type) ? pageSize(field) : 1);
    long each = isOfPaging(type) ? inside.cost() : inside.cost() + 1;
    return itself.and(
        new Measure(
            inside.depth() + 1,
            0,
            inside.aliases(),
            inside.directives(),
            inside.listItems(),
            Measure.times(each, itemsOf(field, definition, parent, items))));
  }

  /** How many things a field answers with. */
  private long itemsOf(
      Field field, GraphQLFieldDefinition definition, GraphQLFieldsContainer parent, long page) {
    if (!(GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList)) {
      return 1;
    }
    if (isConnection(parent)) {
      return page;
    }
    Argument ids = argument(field, "ids");
    if (ids != null) {
      return sizeOf(ids.getValue());
    }
    return definition.getArgument("first") == null ? OF_A_LIST : pageSize(field);
  }

  /** The items of all lists in a field's arguments, lists inside lists counted as well. */
  private long listItems(Field field) {
    return field.getArguments().stream()
        .mapToLong(argument -> listItems(argument.getValue()))
        .sum();
  }

  private long listItems(@Nullable Value<?> value) {
    if (value instanceof ArrayValue array) {
      return array.getValues().size() + array.getValues().stream().mapToLong(this::listItems).sum();
    }
    if (value instanceof ObjectValue object) {
      return object.getObjectFields().stream()
          .mapToLong(member -> listItems(member.getValue()))
          .sum();
    }
    return value instanceof VariableReference variable
        ? listItemsOf(variables.get(variable.getName()))
        : 0;
  }

  private static long listItemsOf(@Nullable Object value) {
    if (value instanceof Collection<?> items) {
      return items.size() + items.stream().mapToLong(Measuring::listItemsOf).sum();
    }
    return value instanceof Map<?, ?> members
        ? members.values().stream().mapToLong(Measuring::listItemsOf).sum()
        : 0;
  }

  private long pageSize(Field field) {
    Long first = number(argument(field, "first"));
    Long last = number(argument(field, "last"));
    long size = first != null ? first : last != null ? last : PageRequest.DEFAULT_SIZE;
    return Math.max(0, Math.min(size, PageRequest.MOST));
  }

  private static @Nullable Argument argument(Field field, String name) {
    return field.getArguments().stream()
        .filter(argument -> argument.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Long number(@Nullable Argument argument) {
    Object value = argument == null ? null : valueOf(argument.getValue());
    return value instanceof Number number ? (Long) number.longValue() : null;
  }

  private long sizeOf(Value<?> value) {
    if (value instanceof ArrayValue array) {
      return array.getValues().size();
    }
    return valueOf(value) instanceof Collection<?> collection ? collection.size() : 1;
  }

  private @Nullable Object valueOf(@Nullable Value<?> value) {
    if (value instanceof VariableReference variable) {
      return variables.get(variable.getName());
    }
    return value instanceof IntValue number ? number.getValue() : null;
  }

  private @Nullable GraphQLFieldsContainer typeOf(String name) {
    return schema.getType(name) instanceof GraphQLFieldsContainer type ? type : null;
  }

  private static boolean isConnection(GraphQLFieldsContainer type) {
    return type.getName().endsWith("Connection");
  }

  private static boolean isOfPaging(GraphQLFieldsContainer type) {
    return isConnection(type)
        || type.getName().endsWith("Edge")
        || type.getName().equals("PageInfo");
  }
}
