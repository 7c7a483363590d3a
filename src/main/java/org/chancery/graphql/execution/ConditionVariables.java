package org.chancery.graphql.execution;

import graphql.Directives;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** Which variables decide what of an operation is skipped. */
public final class ConditionVariables {

  /** For as long as the document is cached; its nodes are compared by identity. */
  private static final Map<OperationDefinition, List<String>> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private ConditionVariables() {}

  /**
   * The names of the variables that stand in a {@code @skip} or {@code @include} of the operation,
   * or of a fragment that it spreads.
   */
  public static List<String> of(
      OperationDefinition operation, Map<String, FragmentDefinition> fragments) {
    return KNOWN.computeIfAbsent(operation, one -> read(one, fragments));
  }

  private static List<String> read(
      OperationDefinition operation, Map<String, FragmentDefinition> fragments) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> spread = new LinkedHashSet<>();
    add(operation, fragments, spread, names);
    return List.copyOf(names);
  }

  private static void add(
      Node<?> node,
      Map<String, FragmentDefinition> fragments,
      Set<String> spread,
      Set<String> names) {
    if (node instanceof Directive directive && isCondition(directive)) {
      for (Argument argument : directive.getArguments()) {
        if (argument.getValue() instanceof VariableReference variable) {
          names.add(variable.getName());
        }
      }
    }
    if (node instanceof FragmentSpread there && spread.add(there.getName())) {
      FragmentDefinition fragment = fragments.get(there.getName());
      if (fragment != null) {
        add(fragment, fragments, spread, names);
      }
    }
    for (Node<?> child : node.getChildren()) {
      add(child, fragments, spread, names);
    }
  }

  private static boolean isCondition(Directive directive) {
    return directive.getName().equals(Directives.SkipDirective.getName())
        || directive.getName().equals(Directives.IncludeDirective.getName());
  }
}
