package org.chancery.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One member of a thing that a change made another. */
@Description("One member of a thing that a change made another.")
public record Difference(
    @NonNull
        @Description(
            "Where it is: the names of members as the document format has them, and places in lists from 0 on.")
        List<@NonNull String> path,
    @Description("What the record said before; null where it did not say.") @Nullable String before,
    @Description("What it says since; null where it no longer says.") @Nullable String after) {

  private static final JsonMapper JSON = new JsonMapper();

  @Description(
      "The two texts as one, word by word: what was removed before what was added in its place. Null where the record said"
          + " nothing before, or says nothing since.")
  public @Nullable List<@NonNull WordChange> getWords() {
    return before == null || after == null ? null : WordChange.between(before, after);
  }

  /** Between the members of a thing as JSON; null where there was none, or is none. */
  static List<Difference> between(@Nullable String before, @Nullable String after) {
    List<Difference> found = new ArrayList<>();
    compare(List.of(), read(before), read(after), found);
    return found;
  }

  private static JsonNode read(@Nullable String members) {
    try {
      return members == null ? MissingNode.getInstance() : JSON.readTree(members);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static void compare(
      List<String> path, JsonNode before, JsonNode after, List<Difference> found) {
    if (before.equals(after)) {
      return;
    }
    if (before.isArray() && after.isArray()) {
      compareLists(path, before, after, found);
    } else if (before.isContainerNode() || after.isContainerNode()) {
      for (String name : namesIn(before, after)) {
        compare(below(path, name), member(before, name), member(after, name), found);
      }
    } else {
      found.add(new Difference(path, textOf(before), textOf(after)));
    }
  }

  /** What was taken out has its place before, and what was put in its place since. */
  private static void compareLists(
      List<String> path, JsonNode before, JsonNode after, List<Difference> found) {
    for (AbstractDelta<JsonNode> delta : DiffUtils.diff(items(before), items(after)).getDeltas()) {
      List<JsonNode> taken = delta.getSource().getLines();
      List<JsonNode> put = delta.getTarget().getLines();
      for (int i = 0; i < Math.max(taken.size(), put.size()); i++) {
        int place = i + (i < put.size() ? delta.getTarget() : delta.getSource()).getPosition();
        compare(below(path, String.valueOf(place)), itemAt(taken, i), itemAt(put, i), found);
      }
    }
  }

  private static List<JsonNode> items(JsonNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  private static JsonNode itemAt(List<JsonNode> items, int place) {
    return place < items.size() ? items.get(place) : MissingNode.getInstance();
  }

  private static List<String> below(List<String> path, String name) {
    List<String> below = new ArrayList<>(path);
    below.add(name);
    return below;
  }

  private static Set<String> namesIn(JsonNode before, JsonNode after) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode node : List.of(before, after)) {
      node.fieldNames().forEachRemaining(names::add);
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        names.add(String.valueOf(i));
      }
    }
    return names;
  }

  private static JsonNode member(JsonNode node, String name) {
    return node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
  }

  private static @Nullable String textOf(JsonNode value) {
    return value.isMissingNode() ? null : value.asText();
  }
}
