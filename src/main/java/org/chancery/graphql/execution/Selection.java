package org.chancery.graphql.execution;

import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of objects of one type at one place of a document, fragments merged and what is
 * skipped left out.
 *
 * @param type the objects'
 * @param fields in the order of the answer
 */
record Selection(GraphQLObjectType type, List<SelectedField> fields) {

  static Selection of(GraphQLObjectType type, MergedSelectionSet merged, Plan plan) {
    List<SelectedField> fields = new ArrayList<>();
    for (MergedField field : merged.getSubFieldsList()) {
      fields.add(new SelectedField(type, field, plan));
    }
    return new Selection(type, List.copyOf(fields));
  }
}
