package org.chancery.graphql.limits;

import graphql.execution.CoercedVariables;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.ObjectValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.paging.PagedList;
import org.chancery.graphql.schema.SchemaRepair;
import org.jspecify.annotations.Nullable;

/**
 * Computes an operation's cost without running it. Each fragment is measured once, so the work
 * grows with the document, not with the response it asks for.
 *
 * <p>An object costs 1, a list its possible size: a page its {@code first} or {@code last}, {@code
 * nodes} its number of ids, any other {@value #OF_A_LIST}. Finding, counting, filtering and sorting
 * them adds {@link FieldCosts}. Connections, edges, page infos and scalars cost nothing.
 * {@code @skip} and {@code @include} are ignored.
 */
final class CostAnalyzer {

  /** What a list without pages is reckoned to have: most have fewer. */
  private static final int OF_A_LIST = 3;

  /** Of those that can be searched; statements are the most. */
  private static final long SHARE_OF_A_KIND = 30;

  private static final String CONNECTION = "Connection";
  private static final String FILTER = "Filter";
  private static final String TEXT = "text";
  private static final String PAGE = "page";

  /** What fields that look for words find, whatever they tell of it. */
  private static final String SEARCH_RESULT = "SearchResult";

  private static final String TOTAL = "total";
  private static final String ORDER = "order";
  private static final String CONDITION = "condition";

  private final GraphQLSchema schema;
  private final FieldCosts costs;
  private final Map<String, FragmentDefinition> fragments;
  private final CoercedVariables variables;
  private final Map<String, QueryCost> ofFragments = new HashMap<>();

  private final Sizes sizes;

  CostAnalyzer(
      GraphQLSchema schema,
      FieldCosts costs,
      Map<String, FragmentDefinition> fragments,
      CoercedVariables variables) {
    this(schema, costs, fragments, variables, (list, asked) -> asked);
  }

  private CostAnalyzer(
      GraphQLSchema schema,
      FieldCosts costs,
      Map<String, FragmentDefinition> fragments,
      CoercedVariables variables,
      Sizes sizes) {
    this.schema = schema;
    this.costs = costs;
    this.fragments = fragments;
    this.variables = variables;
    this.sizes = sizes;
  }

  /** The page size to assume for a list, given the one that the document requests. */
  @FunctionalInterface
  interface Sizes {
    long of(Field list, long asked);
  }

  /** The same, with other sizes of its lists. */
  CostAnalyzer with(Sizes other) {
    return new CostAnalyzer(schema, costs, fragments, variables, other);
  }

  /**
   * Measures what is selected.
   *
   * @param page the page that these are selected of; {@link Page#NONE} outside of one
   */
  QueryCost measure(SelectionSet selections, GraphQLFieldsContainer type, Page page) {
    QueryCost all = QueryCost.NOTHING;
    for (Selection<?> selection : selections.getSelections()) {
      all = all.and(measure(selection, type, page));
    }
    return all;
  }

  /**
   * A page of a list.
   *
   * @param items how many it may have
   * @param total what it costs to count the whole list
   */
  record Page(long items, long total) {
    static final Page NONE = new Page(1, 0);
  }

  private QueryCost measure(Selection<?> selection, GraphQLFieldsContainer type, Page page) {
    if (selection instanceof Field field) {
      return measure(field, type, page);
    }
    if (selection instanceof FragmentSpread spread) {
      QueryCost measured = ofFragment(spread.getName(), page);
      return measured.and(directivesOf(spread));
    }
    InlineFragment inline = (InlineFragment) selection;
    QueryCost directives = directivesOf(inline);
    GraphQLFieldsContainer narrowed =
        inline.getTypeCondition() == null ? type : typeOf(inline.getTypeCondition().getName());
    return narrowed == null
        ? directives
        : measure(inline.getSelectionSet(), narrowed, page).and(directives);
  }

  private QueryCost ofFragment(String name, Page page) {
    String key = name + " of " + page;
    QueryCost known = ofFragments.get(key);
    if (known != null) {
      return known;
    }
    FragmentDefinition fragment = fragments.get(name);
    GraphQLFieldsContainer type =
        fragment == null ? null : typeOf(fragment.getTypeCondition().getName());
    QueryCost measured =
        fragment == null || type == null
            ? QueryCost.NOTHING
            : measure(fragment.getSelectionSet(), type, page).and(directivesOf(fragment));
    ofFragments.put(key, measured);
    return measured;
  }

  private QueryCost measure(Field field, GraphQLFieldsContainer parent, Page page) {
    String alias = field.getAlias();
    QueryCost itself =
        new QueryCost(
            0,
            1,
            alias == null ? 0 : 1,
            directivesOf(field).directives(),
            listItems(field),
            longestString(field),
            alias == null ? 0 : alias.length(),
            0,
            0);
    GraphQLFieldDefinition definition = definitionOf(parent, field.getName());
    String name = parent.getName();
    if (field.getSelectionSet() == null) {
      // A total is an SQL statement of its own.
      boolean isTotal = isConnection(parent) && field.getName().equals(PagedList.TOTAL_COUNT);
      return itself.and(
          QueryCost.ofValue(
              isTotal ? 1 : 0, (isTotal ? page.total() : 0) + costs.once(name, field.getName())));
    }
    GraphQLFieldsContainer type = typeOf(GraphQLTypeUtil.unwrapAll(definition.getType()).getName());
    if (type == null) {
      return itself.and(QueryCost.ofValue(0, 0));
    }
    Search search = searchOf(field, definition);
    QueryCost inside =
        measure(
            field.getSelectionSet(),
            type,
            isConnection(type)
                ? new Page(pageSize(field), isOfCounts(type) ? 0 : search.total())
                : Page.NONE);
    if (Introspection.isIntrospectionTypes(type)) {
      return itself.and(inside.ofIntrospection());
    }
    long each = isOfPaging(type) ? inside.objects() : inside.objects() + 1;
    return itself.and(
        inside.inside(
            QueryCost.times(each, itemsOf(field, definition, parent, page.items()))
                + costs.each(name, field.getName()),
            inside.statements() + search.page() + once(name, field)));
  }

  /**
   * The directives of a part of the document.
   *
   * @throws RequestException where one is none of ours: GraphQL Java 24 adds some to every schema
   */
  private static QueryCost directivesOf(DirectivesContainer<?> part) {
    for (Directive directive : part.getDirectives()) {
      if (!SchemaRepair.EXECUTABLE_DIRECTIVES.contains(directive.getName())) {
        throw RequestException.badInput(
            "The directive \"@%s\" is not supported here: leave it out.", directive.getName());
      }
    }
    return QueryCost.ofDirectives(part.getDirectives().size());
  }

  /** The schema shows all of its fields, so that nothing has to ask whether it shows this one. */
  private GraphQLFieldDefinition definitionOf(GraphQLFieldsContainer parent, String name) {
    GraphQLFieldDefinition own = parent.getFieldDefinition(name);
    return own == null ? Introspection.getFieldDefinition(schema, parent, name) : own;
  }

  /** A count field costs what its grouping ({@code by}) costs. */
  private long once(String type, Field field) {
    Object by = valueOf(argument(field, "by"));
    return costs.once(type, by == null ? field.getName() : field.getName() + "." + by);
  }

  /**
   * What it costs to look for the things of a list.
   *
   * @param page to find one page of them
   * @param total to count them all
   */
  private record Search(long page, long total) {
    static final Search NONE = new Search(0, 0);
  }

  /** Looked up by the entity type that the filter's input type names. */
  private Search searchOf(Field field, GraphQLFieldDefinition definition) {
    GraphQLArgument filter = definition.getArgument("filter");
    boolean isSearch = filter == null && definition.getArgument(TEXT) != null;
    if (filter == null && !isSearch) {
      return Search.NONE;
    }
    String type =
        isSearch
            ? SEARCH_RESULT
            : GraphQLTypeUtil.unwrapAll(filter.getType()).getName().replace(FILTER, "");
    Object asked =
        isSearch
            ? Collections.singletonMap(TEXT, valueOf(argument(field, TEXT)))
            : valueOf(argument(field, "filter"));
    long conditions =
        FilterConditions.in(asked) * costs.scan(type, CONDITION) * share(field, isSearch) / 100;
    boolean byRelevance = String.valueOf(valueOf(argument(field, "orderBy"))).contains("RELEVANCE");
    long page =
        conditions == 0 || isUnread(field, type, definition)
            ? 0
            : conditions + costs.scan(type, PAGE) + (byRelevance ? costs.scan(type, ORDER) : 0);
    return new Search(page, costs.scan(type, TOTAL) + conditions);
  }

  /**
   * Whether only how many there are is asked of a list of this type, so that no page of it is read:
   * written in one place and without directives, or it is reckoned as if it were not.
   */
  private static boolean isUnread(Field list, String type, GraphQLFieldDefinition definition) {
    if (!GraphQLTypeUtil.unwrapAll(definition.getType()).getName().equals(type + CONNECTION)) {
      return false;
    }
    boolean isCounted = false;
    for (Selection<?> one : list.getSelectionSet().getSelections()) {
      boolean isTotal =
          one instanceof Field member && member.getName().equals(PagedList.TOTAL_COUNT);
      boolean isName = one instanceof Field member && member.getName().equals("__typename");
      if (!isTotal && !isName) {
        return false;
      }
      isCounted |= isTotal && ((Field) one).getDirectives().isEmpty();
    }
    return isCounted;
  }

  /** How much of the record is searched, in hundredths: all kinds, or some of them. */
  private long share(Field field, boolean isSearch) {
    return isSearch && valueOf(argument(field, "kinds")) instanceof Collection<?> kinds
        ? Math.min(100, kinds.size() * SHARE_OF_A_KIND)
        : 100;
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
    return OF_A_LIST;
  }

  /** The items of all lists in a field's arguments, lists inside lists counted as well. */
  private long listItems(Field field) {
    return field.getArguments().stream()
        .mapToLong(argument -> listItemsOf(valueOf(argument.getValue())))
        .sum();
  }

  private static long listItemsOf(@Nullable Object value) {
    if (value instanceof Collection<?> items) {
      return items.size() + items.stream().mapToLong(CostAnalyzer::listItemsOf).sum();
    }
    return value instanceof Map<?, ?> members
        ? members.values().stream().mapToLong(CostAnalyzer::listItemsOf).sum()
        : 0;
  }

  private long longestString(Field field) {
    return field.getArguments().stream()
        .mapToLong(argument -> longestString(argument.getValue()))
        .max()
        .orElse(0);
  }

  private static long longestString(Value<?> value) {
    if (value instanceof StringValue text) {
      return text.getValue().length();
    }
    if (value instanceof ArrayValue array) {
      return array.getValues().stream().mapToLong(CostAnalyzer::longestString).max().orElse(0);
    }
    return value instanceof ObjectValue object
        ? object.getObjectFields().stream()
            .mapToLong(member -> longestString(member.getValue()))
            .max()
            .orElse(0)
        : 0;
  }

  private long pageSize(Field field) {
    Long first = number(argument(field, "first"));
    Long last = number(argument(field, "last"));
    long size = first != null ? first : last != null ? last : PageArguments.DEFAULT_SIZE;
    return sizes.of(field, Math.max(0, Math.min(size, PageArguments.MOST)));
  }

  private static @Nullable Argument argument(Field field, String name) {
    return field.getArguments().stream()
        .filter(argument -> argument.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Long number(@Nullable Argument argument) {
    return valueOf(argument) instanceof Number number ? (Long) number.longValue() : null;
  }

  private long sizeOf(Value<?> value) {
    return valueOf(value) instanceof Collection<?> collection ? collection.size() : 1;
  }

  private @Nullable Object valueOf(@Nullable Argument argument) {
    return argument == null ? null : valueOf(argument.getValue());
  }

  /** A value as JSON has it, of the document or of a variable. */
  private @Nullable Object valueOf(Value<?> value) {
    if (value instanceof VariableReference variable) {
      return variables.get(variable.getName());
    }
    if (value instanceof ArrayValue array) {
      return array.getValues().stream()
          .<@Nullable Object>map(this::valueOf)
          .collect(Collectors.toList());
    }
    if (value instanceof ObjectValue object) {
      Map<String, @Nullable Object> members = new HashMap<>();
      object
          .getObjectFields()
          .forEach(member -> members.put(member.getName(), valueOf(member.getValue())));
      return members;
    }
    if (value instanceof StringValue text) {
      return text.getValue();
    }
    if (value instanceof EnumValue one) {
      return one.getName();
    }
    return value instanceof IntValue number
        ? number.getValue()
        : value instanceof BooleanValue truth ? (Boolean) truth.isValue() : null;
  }

  private @Nullable GraphQLFieldsContainer typeOf(String name) {
    return schema.getType(name) instanceof GraphQLFieldsContainer type ? type : null;
  }

  private static boolean isConnection(GraphQLFieldsContainer type) {
    return type.getName().endsWith(CONNECTION);
  }

  /** How many counts there are is known once some are. */
  private static boolean isOfCounts(GraphQLFieldsContainer type) {
    return type.getName().equals("CountConnection");
  }

  private static boolean isOfPaging(GraphQLFieldsContainer type) {
    return isConnection(type)
        || type.getName().endsWith("Edge")
        || type.getName().equals("PageInfo");
  }
}
