package org.chancery.pages;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import java.util.List;
import org.chancery.graphql.http.AsOfParameter;

/**
 * What a page shows, as a query: the file beside its template.
 *
 * @param present asks the record as it is
 * @param past asks the same as of the variables {@code revision} or {@code at}
 */
record PageQuery(String present, String past) {

  /**
   * Of the page with this name.
   *
   * @param thing the field that stands for {@code THING} in it
   */
  static PageQuery of(String page, String thing) {
    String query = Resources.read("templates/" + page + ".graphql").replace("THING", thing);
    return new PageQuery(query, inThePast(query));
  }

  String as(AsOfParameter moment) {
    return moment.isPast() ? past : present;
  }

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
    return AstPrinter.printAstCompact(
        operation.transform(
            past ->
                past.variableDefinition(new VariableDefinition("revision", new TypeName("Int")))
                    .variableDefinition(new VariableDefinition("at", new TypeName("DateTime")))
                    .selectionSet(SelectionSet.newSelectionSet().selection(asOf).build())));
  }
}
