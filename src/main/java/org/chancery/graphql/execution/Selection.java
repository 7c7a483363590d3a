package org.chancery.graphql.execution;

import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields selected on objects of one type at one place of a document, with fragments merged and
 * skipped ones left out. Compared by identity.
 */
final class Selection {

  private final List<SelectedField> fields;
  private final List<String> properties;

  private Selection(List<SelectedField> fields) {
    this.fields = fields;
    this.properties =
        fields.stream()
            .map(SelectedField::fetcher)
            .filter(PropertyFetcher.class::isInstance)
            .map(getter -> ((PropertyFetcher) getter).property())
            .distinct()
            .toList();
  }

  static Selection of(GraphQLObjectType type, MergedSelectionSet merged, Plan plan) {
    List<SelectedField> fields = new ArrayList<>();
    for (MergedField field : merged.getSubFieldsList()) {
      fields.add(new SelectedField(type, field, plan));
    }
    return new Selection(List.copyOf(fields));
  }

  /** What is asked of the objects that they hold themselves. */
  List<String> properties() {
    return properties;
  }

  /** In the order of the answer. */
  List<SelectedField> fields() {
    return fields;
  }
}
