package org.chancery.graphql.limits;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/** What would help where an operation costs too much: the list to ask for less of. */
final class Costliest {

  /** Of the lists that are tried; each is another measuring. */
  private static final int MOST_LISTS = 20;

  private static final String LESS = "Ask for less at once.";

  private final Measuring measuring;
  private final ToLongFunction<Measuring> cost;
  private final long maximum;

  /**
   * Of an operation.
   *
   * @param cost what the whole of it costs by a measuring
   */
  Costliest(Measuring measuring, ToLongFunction<Measuring> cost, long maximum) {
    this.measuring = measuring;
    this.cost = cost;
    this.maximum = maximum;
  }

  /** A sentence that names the list that costs most, and how many of it there could be. */
  String advice(OperationDefinition operation, Collection<FragmentDefinition> fragments) {
    Field costliest = null;
    long least = cost.applyAsLong(measuring);
    for (Field list : listsIn(operation, fragments)) {
      long withOne = cost.applyAsLong(measuring.with(list, 1));
      if (withOne < least) {
        least = withOne;
        costliest = list;
      }
    }
    if (costliest == null) {
      return LESS;
    }
    return least > maximum
        ? "Most of it is for \"%s\": ask for fewer of them, and for less of each."
            .formatted(costliest.getName())
        : "Most of it is for \"%s\": with \"first: %d\" it would be within the limit."
            .formatted(costliest.getName(), fitting(costliest));
  }

  /** The most that fit; one does. */
  private long fitting(Field list) {
    long fits = 1;
    long tooMany = measuring.pageSize(list);
    while (tooMany - fits > 1) {
      long between = (fits + tooMany) / 2;
      if (cost.applyAsLong(measuring.with(list, between)) <= maximum) {
        fits = between;
      } else {
        tooMany = between;
      }
    }
    return fits;
  }

  @SuppressWarnings("rawtypes") // as GraphQL Java has it
  private List<Field> listsIn(
      OperationDefinition operation, Collection<FragmentDefinition> fragments) {
    List<Node> roots = new ArrayList<>(fragments);
    roots.add(0, operation);
    List<Field> lists = new ArrayList<>();
    new NodeTraverser()
        .preOrder(
            new NodeVisitorStub() {
              @Override
              public TraversalControl visitField(Field field, TraverserContext<Node> context) {
                if (lists.size() < MOST_LISTS
                    && field.getSelectionSet() != null
                    && measuring.pageSize(field) > 1) {
                  lists.add(field);
                }
                return TraversalControl.CONTINUE;
              }
            },
            roots);
    return lists;
  }
}
