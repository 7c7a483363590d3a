package org.chancery.pages;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chancery.graphql.http.AsOfParameter;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows, as a query: the file beside its template.
 *
 * @param present asks the record as it is
 * @param past asks the same as of the variables {@code revision} or {@code at}
 * @param counts asks only what is counted beside a list, as of them; empty where nothing is
 */
record PageQuery(String present, String past, String counts) {

  /** A variable of queries for lists: whether how many there are is counted. */
  static final String COUNTED = "counted";

  /** The same for counts that cost much by themselves. */
  static final String COUNTED_BY_TOPIC = "countedByTopic";

  /** All that count something. */
  static final List<String> COUNTS = List.of(COUNTED, COUNTED_BY_TOPIC);

  /** The list that a query for one has, whatever its things are. */
  private static final String LIST = "list";

  /**
   * Of the page with this name.
   *
   * @param thing the field that stands for {@code THING} in it; in capitals for {@code KIND_OF_IT}
   * @param left the variables that include what is left out, as it would cost too much: the cost of
   *     a query is that of all that it mentions
   */
  static PageQuery of(String page, String thing, Set<String> left) {
    String query =
        Resources.read("templates/" + page + ".graphql")
            .replace("THING", thing)
            .replace("KIND_OF_IT", thing.toUpperCase(Locale.ROOT));
    String asked = left.isEmpty() ? query : without(query, left);
    String counts = onlyCounts(asked);
    return new PageQuery(asked, inThePast(asked), counts.isEmpty() ? "" : inThePast(counts));
  }

  /** The variables with which counts are left out. */
  static Set<String> leftOut(Map<String, @Nullable Object> variables) {
    return COUNTS.stream()
        .filter(name -> Boolean.FALSE.equals(variables.get(name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  String as(AsOfParameter moment) {
    return moment.isPast() ? past : present;
  }

  /** What a list's things are asked for, each as the path of its fields. */
  List<String> columns() {
    Document document = Parser.parse(present);
    SelectionSet all =
        document
            .getFirstDefinitionOfType(OperationDefinition.class)
            .orElseThrow()
            .getSelectionSet();
    List<String> columns = new ArrayList<>();
    addColumns("", selection(selection(all, LIST), "nodes"), columns);
    return columns.stream().distinct().toList();
  }

  private static SelectionSet selection(SelectionSet of, String name) {
    return of.getSelectionsOfType(Field.class).stream()
        .filter(field -> field.getResultKey().equals(name))
        .findFirst()
        .orElseThrow()
        .getSelectionSet();
  }

  private static void addColumns(String path, SelectionSet of, List<String> columns) {
    for (Field field : of.getSelectionsOfType(Field.class)) {
      String column = path + field.getResultKey();
      if (field.getSelectionSet() != null) {
        addColumns(column + ".", field.getSelectionSet(), columns);
      } else if (!field.getName().startsWith("__")) {
        columns.add(column);
      }
    }
    // Of things of several types, all that any of them has.
    for (InlineFragment fragment : of.getSelectionsOfType(InlineFragment.class)) {
      addColumns(path, fragment.getSelectionSet(), columns);
    }
  }

  private static String onlyCounts(String query) {
    Document document = Parser.parse(query);
    OperationDefinition operation =
        document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
    List<Selection<?>> counts = new ArrayList<>();
    for (Field field : operation.getSelectionSet().getSelectionsOfType(Field.class)) {
      if (isIncludedBy(COUNTS, field)) {
        counts.add(field);
      } else if (field.getResultKey().equals(LIST)) {
        List<Field> ofList =
            field.getSelectionSet().getSelectionsOfType(Field.class).stream()
                .filter(one -> isIncludedBy(COUNTS, one))
                .toList();
        if (!ofList.isEmpty()) {
          counts.add(field.transform(same -> same.selectionSet(new SelectionSet(ofList))));
        }
      }
    }
    OperationDefinition counting =
        operation.transform(same -> same.selectionSet(new SelectionSet(counts)));
    return counts.isEmpty()
        ? ""
        : withoutNeedlessVariables(
            AstPrinter.printAst(document.transform(same -> same.definitions(List.of(counting)))));
  }

  private static String without(String query, Set<String> left) {
    return withoutNeedlessVariables(without(query, node -> isIncludedBy(left, node)));
  }

  private static String withoutNeedlessVariables(String less) {
    return without(
        less,
        node ->
            node instanceof VariableDefinition variable
                && !less.replaceFirst("\\$" + variable.getName() + "\\b", "")
                    .matches("(?s).*\\$" + variable.getName() + "\\b.*"));
  }

  @SuppressWarnings("rawtypes") // as the visitor of graphql-java has them
  private static boolean isIncludedBy(Collection<String> variables, Node node) {
    return node instanceof Field field
        && field.getDirectives("include").stream()
            .map(include -> include.getArgument("if").getValue())
            .anyMatch(
                value ->
                    value instanceof VariableReference one && variables.contains(one.getName()));
  }

  @SuppressWarnings("rawtypes") // as the visitor of graphql-java has them
  private static String without(String query, Predicate<Node> which) {
    return AstPrinter.printAst(
        new AstTransformer()
            .transform(
                Parser.parse(query),
                new NodeVisitorStub() {
                  @Override
                  protected TraversalControl visitNode(Node node, TraverserContext<Node> context) {
                    return which.test(node)
                        ? TreeTransformerUtil.deleteNode(context)
                        : TraversalControl.CONTINUE;
                  }
                }));
  }

  @SuppressWarnings("rawtypes") // as graphql-java has definitions
  private static String inThePast(String query) {
    Document document = Parser.parse(query);
    OperationDefinition operation =
        document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
    Field asOf =
        Field.newField("asOf", operation.getSelectionSet())
            .arguments(
                List.of(
                    new Argument("revision", new VariableReference("revision")),
                    new Argument("at", new VariableReference("at"))))
            .build();
    OperationDefinition past =
        operation.transform(
            same ->
                same.variableDefinition(new VariableDefinition("revision", new TypeName("Int")))
                    .variableDefinition(new VariableDefinition("at", new TypeName("DateTime")))
                    .selectionSet(SelectionSet.newSelectionSet().selection(asOf).build()));
    return AstPrinter.printAstCompact(
        document.transform(
            same ->
                same.definitions(
                    document.getDefinitions().stream()
                        .<Definition>map(one -> one == operation ? past : one)
                        .toList())));
  }
}
