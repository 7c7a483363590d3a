package org.chancery.graphql.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Things by their keys. A key that nothing has is an error, and not an empty answer. */
@Input("KeyFilter")
@Description(
    "Things by their keys; what is given of the three has to be true together. A key that nothing has is an error.")
public record KeyFilter(
    @Description("At least one of these; of an empty list there is none.")
        @Nullable List<@NonNull String> anyOf,
    @Description("Every one of these, of which there are 20 at most.")
        @Nullable List<@NonNull String> allOf,
    @Description("None of these; what is linked to nothing is none of them.")
        @Nullable List<@NonNull String> noneOf) {

  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    Stream.of(anyOf, allOf, noneOf).forEach(some -> addAll(keys, some));
    return keys;
  }

  private static void addAll(Set<String> keys, @Nullable List<String> some) {
    if (some != null) {
      keys.addAll(some);
    }
  }
}
