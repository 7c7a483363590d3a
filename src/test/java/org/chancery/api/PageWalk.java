package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.chancery.ManyMeetings;
import org.chancery.document.DocumentLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walking a list page by page, one way and the other. */
abstract class PageWalk {

  private static int prefixes;

  /** How the keys of those meetings begin that are there for all walks. */
  private static final Map<Class<?>, String> LOADED = new HashMap<>();

  @Inject DocumentLoader loader;

  @ParameterizedTest
  @CsvSource({
    "meetings",
    "statements",
    "participants",
    "'topic(key: \"PREFIX-topic\") { meetings'",
    "'topic(key: \"PREFIX-topic\") { statements'",
    "'party(key: \"PREFIX-A\") { meetings'",
    "'party(key: \"PREFIX-A\") { participants'",
    "'party(key: \"PREFIX-A\") { statements'",
    "'participant(key: \"PREFIX-person-0\") { meetings'",
    "'participant(key: \"PREFIX-person-1\") { statements'",
    "'participant(key: \"PREFIX-person-2\") { participations'",
    "'meeting(key: \"PREFIX-meeting-0\") { statements'",
    "'account(key: \"PREFIX-meeting-0-0\") { statements'",
    "'meetings(orderBy: {field: TITLE, direction: ASC}'",
    "'meetings(orderBy: {field: UPDATED_AT, direction: DESC}, filter: {updatedAt: {from: \"2020-01-01T00:00:00Z\"}}'",
    "'statements(orderBy: {field: UPDATED_AT, direction: ASC}, filter: {topics: {anyOf: [\"PREFIX-topic\"]}}'",
    "'statements(orderBy: {field: RELEVANCE, direction: DESC}, filter: {text: \"word\", speaker: {sides: { anyOf: [\"PREFIX-A\"] }}}'",
    "'participants(orderBy: {field: NAME, direction: DESC}, filter: {parties: {allOf: [\"PREFIX-A\"]}}'",
    "'topic(key: \"PREFIX-topic\") { meetings(orderBy: {field: CREATED_AT, direction: ASC}, filter: {text: \"meeting topic\"}'",
    "'participant(key: \"PREFIX-person-1\") { statements(orderBy: {field: KEY, direction: DESC}, filter: {nested: true}'",
    "'party(key: \"PREFIX-A\") { meetings(orderBy: {field: DATE, direction: ASC}, filter: {participants: {noneOf: [\"PREFIX-person-0\"]}}'",
    "'participant(key: \"PREFIX-person-1\") { meetings(orderBy: {field: RELEVANCE, direction: DESC}, filter: {text: \"meeting\"}'",
    "'party(key: \"PREFIX-A\") { meetings(orderBy: {field: TITLE, direction: DESC}, filter: {text: \"meeting\"}'",
    "'participant(key: \"PREFIX-person-0\") { encounters'",
  })
  void forwardAndBackwardGiveTheSameItemsOnce(String field) {
    String list = field.replace("PREFIX", LOADED.computeIfAbsent(getClass(), any -> loadMore(12)));
    List<String> forward = walk(list, "first", "after", "endCursor", "hasNextPage");
    List<String> backward = walk(list, "last", "before", "startCursor", "hasPreviousPage");
    Collections.reverse(backward);
    assertEquals(forward, backward);
    assertEquals(forward.size(), new HashSet<>(forward).size());
    assertEquals(totalOf(list), forward.size());
  }

  @Test
  void aPageNeitherSkipsNorRepeatsWhenOthersAreInsertedMeanwhile() {
    loadMore(9);
    List<String> before = walk("meetings", "first", "after", "endCursor", "hasNextPage");
    JsonNode firstPage = page("meetings", "first", "after", null);
    String cursor = firstPage.at("/pageInfo/endCursor").asText();
    String inserted = loadMore(30);
    List<String> seen = keys(firstPage);
    seen.addAll(walkFrom("meetings", "first", "after", "endCursor", "hasNextPage", cursor));
    assertEquals(seen.size(), new HashSet<>(seen).size());
    List<String> withoutInserted = new ArrayList<>(seen);
    withoutInserted.removeIf(key -> key.startsWith(inserted));
    assertEquals(before, withoutInserted);
    assertTrue(seen.size() > before.size(), "some were inserted after the first page");
  }

  private String loadMore(int meetings) {
    String prefix = "walk" + ++prefixes + (getClass().getSimpleName().contains("H2") ? "h" : "p");
    Documents.load(loader, ManyMeetings.document(prefix, meetings));
    return prefix;
  }

  private static List<String> walk(
      String list, String size, String cursor, String next, String more) {
    return walkFrom(list, size, cursor, next, more, null);
  }

  private static List<String> walkFrom(
      String list, String size, String cursor, String next, String more, @Nullable String from) {
    List<String> walked = new ArrayList<>();
    String at = from;
    while (true) {
      JsonNode page = page(list, size, cursor, at);
      List<String> keys = keys(page);
      if (size.equals("last")) {
        Collections.reverse(keys);
      }
      walked.addAll(keys);
      if (!page.at("/pageInfo/" + more).asBoolean()) {
        return walked;
      }
      at = page.at("/pageInfo/" + next).asText();
    }
  }

  private static JsonNode page(String list, String size, String cursor, @Nullable String at) {
    String node =
        list.endsWith("participations")
            ? "meeting { key }"
            : list.endsWith("encounters") ? "participant { key }" : "key";
    String query =
        "query($at: String) { %s%s: 7, %s: $at) { nodes { %s } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } %s }"
            .formatted(withArguments(list), size, cursor, node, isNested(list) ? "}" : "");
    return listIn(at == null ? GraphqlClient.data(query) : GraphqlClient.data(query, "at", at));
  }

  private static int totalOf(String list) {
    String query =
        "{ %s { totalCount } %s }"
            .formatted(hasArguments(list) ? list + ")" : list, isNested(list) ? "}" : "");
    return listIn(GraphqlClient.data(query)).path("totalCount").asInt();
  }

  /** The list's arguments, open for more. */
  private static String withArguments(String list) {
    return hasArguments(list) ? list + ", " : list + "(";
  }

  private static boolean hasArguments(String list) {
    return list.contains("orderBy");
  }

  private static boolean isNested(String list) {
    return list.contains(") {");
  }

  /** The connection, one or two levels deep. */
  private static JsonNode listIn(JsonNode data) {
    JsonNode first = data.elements().next();
    return first.has("nodes") || first.has("totalCount") ? first : first.elements().next();
  }

  private static List<String> keys(JsonNode page) {
    List<String> keys = new ArrayList<>();
    page.path("nodes")
        .forEach(
            node ->
                keys.add(
                    node.has("key")
                        ? node.path("key").asText()
                        : node.elements().next().path("key").asText()));
    return keys;
  }
}
