package org.chancery.pages;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.AstTransformer;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.InlineFragment;
import graphql.language.Node;
import graphql.language.NodeVisitor;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.graphql.http.AsOfParameter;

/**
 * What a page shows, as a query: the file beside its template.
 *
 * @param present asks the record as it is
 * @param past asks the same as of the variables {@code revision} or {@code at}
 * @param counts each asks one thing that is counted beside a list: the cost of a query is that of
 *     all that it mentions
 */
record PageQuery(String present, String past, List<Count> counts) {

  /**
   * Asks one thing that is counted.
   *
   * @param present asks it of the record as it is, and which revision that is
   * @param past asks it as of the variables {@code revision} or {@code at}
   */
  record Count(String present, String past) {}

  /** How many names are asked of a kind: more could be more than a request may ask. */
  private static final int MOST_NAMES = 10;

  /** What says which revision a page is of. */
  static final String REVISIONS = "revisions";

  /** The variable that stands beside what is counted. */
  private static final String COUNTED = "counted";

  /** The list that a query for one has, whatever its things are. */
  static final String LIST = "list";

  /**
   * Of the page with this name.
   *
   * @param thing the field that stands for {@code THING} in it; in capitals for {@code KIND_OF_IT}
   */
  static PageQuery of(String page, String thing) {
    String query =
        Resources.read("templates/" + page + ".graphql")
            .replace("THING", thing)
            .replace("KIND_OF_IT", thing.toUpperCase(Locale.ROOT));
    String shown = withoutWhatIsNotUsed(without(query, PageQuery::isCounted));
    return new PageQuery(shown, inThePast(shown), countsOf(query));
  }

  String as(AsOfParameter moment) {
    return moment.isPast() ? past : present;
  }

  /** What a list's things are asked for, each as the path of its fields. */
  List<String> columns() {
    Field list = field(operationOf(Parser.parse(present)).getSelectionSet(), LIST);
    List<String> columns = new ArrayList<>();
    addColumns("", field(list.getSelectionSet(), "nodes").getSelectionSet(), columns);
    return columns.stream().distinct().toList();
  }

  private static OperationDefinition operationOf(Document document) {
    return document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
  }

  private static Field field(SelectionSet of, String name) {
    return of.getSelectionsOfType(Field.class).stream()
        .filter(field -> field.getResultKey().equals(name))
        .findFirst()
        .orElseThrow();
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

  /** What is counted, each by itself, with nothing else of its list. */
  private static List<Count> countsOf(String query) {
    Document document = Parser.parse(query);
    SelectionSet all = operationOf(document).getSelectionSet();
    Field revisions = field(all, REVISIONS);
    return all.getSelectionsOfType(Field.class).stream()
        .flatMap(field -> isCounted(field) ? Stream.of(field) : countsIn(field))
        .map(PageQuery::always)
        .map(
            one ->
                new Count(
                    only(document, List.of(one, revisions)),
                    inThePast(only(document, List.of(one)))))
        .toList();
  }

  private static Stream<Field> countsIn(Field list) {
    return list.getResultKey().equals(LIST)
        ? list.getSelectionSet().getSelectionsOfType(Field.class).stream()
            .filter(PageQuery::isCounted)
            .map(PageQuery::always)
            .map(one -> list.transform(same -> same.selectionSet(new SelectionSet(List.of(one)))))
        : Stream.empty();
  }

  /** The same, whatever a variable says. */
  private static Field always(Field field) {
    return field.transform(same -> same.directives(List.of()));
  }

  private static String only(Document document, List<Field> fields) {
    return withoutWhatIsNotUsed(
        AstPrinter.printAst(
            withOperation(document, same -> same.selectionSet(new SelectionSet(fields)))));
  }

  /**
   * A query that also asks what several keys of a kind are called.
   *
   * @param keys by the field that asks for one of them; the names are in fields as {@link #nameOf}
   *     has them
   */
  static String withNames(String query, Map<String, List<String>> keys) {
    return changed(
        query,
        new NodeVisitorStub() {
          @Override
          @SuppressWarnings("rawtypes") // as the visitor of graphql-java has them
          public TraversalControl visitField(Field one, TraverserContext<Node> context) {
            List<String> several =
                one.getDirectives("include").isEmpty()
                    ? List.of()
                    : keys.getOrDefault(one.getResultKey(), List.of());
            for (int at = 0; at < Math.min(MOST_NAMES, several.size()); at++) {
              String alias = nameOf(one.getResultKey(), at);
              Argument key = new Argument("key", new StringValue(several.get(at)));
              TreeTransformerUtil.insertAfter(
                  context,
                  always(one).transform(same -> same.alias(alias).arguments(List.of(key))));
            }
            return TraversalControl.CONTINUE;
          }
        });
  }

  /** The field with what a key is called, of several. */
  static String nameOf(String field, int at) {
    return field + "_" + at;
  }

  /** Without variables and fragments that nothing else mentions. */
  private static String withoutWhatIsNotUsed(String less) {
    return without(
        less,
        node ->
            (node instanceof VariableDefinition variable
                    && less.split("\\$" + variable.getName() + "\\b", -1).length == 2)
                || (node instanceof FragmentDefinition fragment
                    && !less.matches("(?s).*\\.\\.\\. ?" + fragment.getName() + "\\b.*")));
  }

  @SuppressWarnings("rawtypes") // as graphql-java has definitions
  private static Document withOperation(
      Document document, Consumer<OperationDefinition.Builder> change) {
    OperationDefinition old = operationOf(document);
    return document.transform(
        same ->
            same.definitions(
                document.getDefinitions().stream()
                    .<Definition>map(one -> one == old ? old.transform(change) : one)
                    .toList()));
  }

  @SuppressWarnings("rawtypes") // as the visitor of graphql-java has them
  private static boolean isCounted(Node node) {
    return node instanceof Field field
        && field.getDirectives("include").stream()
            .map(include -> include.getArgument("if").getValue())
            .anyMatch(
                value -> value instanceof VariableReference one && one.getName().equals(COUNTED));
  }

  @SuppressWarnings("rawtypes") // as the visitor of graphql-java has them
  private static String without(String query, Predicate<Node> which) {
    return changed(
        query,
        new NodeVisitorStub() {
          @Override
          protected TraversalControl visitNode(Node node, TraverserContext<Node> context) {
            return which.test(node)
                ? TreeTransformerUtil.deleteNode(context)
                : TraversalControl.CONTINUE;
          }
        });
  }

  private static String changed(String query, NodeVisitor change) {
    return AstPrinter.printAst(new AstTransformer().transform(Parser.parse(query), change));
  }

  private static String inThePast(String query) {
    Document document = Parser.parse(query);
    Field asOf =
        Field.newField("asOf", operationOf(document).getSelectionSet())
            .arguments(
                List.of(
                    new Argument("revision", new VariableReference("revision")),
                    new Argument("at", new VariableReference("at"))))
            .build();
    return AstPrinter.printAstCompact(
        withOperation(
            document,
            same ->
                same.variableDefinition(new VariableDefinition("revision", new TypeName("Int")))
                    .variableDefinition(new VariableDefinition("at", new TypeName("DateTime")))
                    .selectionSet(new SelectionSet(List.of(asOf)))));
  }
}
