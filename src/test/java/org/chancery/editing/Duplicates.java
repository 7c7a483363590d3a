package org.chancery.editing;

import static org.chancery.GraphqlClient.ask;
import static org.chancery.GraphqlClient.edited;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.chancery.Documents;
import org.chancery.document.DocumentLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Curators are shown what is likely to be one. */
abstract class Duplicates {

  private static final String QUERY =
      "query($kind: DuplicateKind!, $skip: Int) { likelyDuplicates(kind: $kind, first: 100, skip: $skip) { reason one { ...k } other { ...k } } }"
          + " fragment k on Node { ... on Party { key } ... on Topic { key } ... on Participant { key } ... on Event { key } ... on Meeting { key } }";

  @Inject DocumentLoader loader;

  @BeforeEach
  void record() {
    Documents.load(
        loader,
        """
        {"type":"party","key":"dup-a","name":"Duplicaria, Republic of","kind":"STATE"}
        {"type":"party","key":"dup-b","name":"Republic of Duplicária","kind":"STATE"}
        {"type":"party","key":"dup-c","name":"Republic of Duplicaria","kind":"ORGANISATION"}
        {"type":"topic","key":"dup-t","name":"Twofold matters"}
        {"type":"topic","key":"dup-u","name":"Other","otherNames":[{"name":"Twofold mattters"}]}
        {"type":"participant","key":"dup-x","name":"Dupont, Jean","party":"dup-a"}
        {"type":"participant","key":"dup-y","name":"Jean Dupont"}
        {"type":"participant","key":"dup-z","name":"JEAN DUPONT","party":"dup-b"}
        {"type":"participant","key":"dup-w","name":"王毅","party":"dup-b"}
        {"type":"event","key":"dup-e","title":"Dup summit","date":"1901"}
        {"type":"event","key":"dup-f","title":"Dup Summit!","date":"1901?"}
        {"type":"event","key":"dup-g","title":"Dup Summit!","date":"1902"}
        {"type":"meeting","key":"dup-m","title":"Called one","date":"1901-02-03","status":"HELD","format":"PHONE","participations":[{"participant":"dup-x","party":"dup-a"},{"participant":"dup-w","party":"dup-b"}]}
        {"type":"meeting","key":"dup-n","title":"Called another","date":"1901-02-03T10:00:00Z","status":"HELD","format":"PHONE","participations":[{"participant":"dup-x","party":"dup-a"},{"participant":"dup-w","party":"dup-b"},{"participant":"dup-z","party":"dup-b"}]}
        {"type":"meeting","key":"dup-o","title":"Called one","date":"1901-02-04","status":"HELD","format":"PHONE","participations":[{"participant":"dup-x","party":"dup-a"},{"participant":"dup-w","party":"dup-b"}]}
        {"type":"meeting","key":"dup-p","title":"Called one.","date":"1901-02-03T23:00:00+08:00","status":"HELD","format":"PHONE"}
        """);
  }

  private static List<String> pairs(String kind) {
    List<String> pairs = new ArrayList<>();
    for (JsonNode pair : edited(QUERY, "kind", kind, "skip", null).path("likelyDuplicates")) {
      List<String> keys =
          List.of(pair.at("/one/key").asText(), pair.at("/other/key").asText()).stream()
              .sorted()
              .toList();
      if (keys.get(0).startsWith("dup-")) {
        pairs.add(pair.path("reason").asText() + " " + String.join(" ", keys));
      }
    }
    return pairs.stream().sorted().toList();
  }

  @Test
  void whatIsCalledAlikeIsShown() {
    assertEquals(List.of("SAME_NAME dup-a dup-b"), pairs("PARTY"));
    assertEquals(List.of("SIMILAR_NAME dup-t dup-u"), pairs("TOPIC"));
    assertEquals(List.of("SAME_NAME dup-x dup-y", "SAME_NAME dup-y dup-z"), pairs("PARTICIPANT"));
    assertEquals(List.of("SAME_NAME dup-e dup-f"), pairs("EVENT"));
    assertEquals(List.of("SAME_NAME dup-m dup-p", "SAME_PEOPLE dup-m dup-n"), pairs("MEETING"));
  }

  @Test
  void onlyCuratorsAreAndPageByPage() {
    assertEquals(
        "UNAUTHENTICATED",
        ask(QUERY, "kind", "PARTY", "skip", null).at("/errors/0/extensions/code").asText());
    assertEquals(
        0, edited(QUERY, "kind", "PARTY", "skip", 100_000).path("likelyDuplicates").size());
    assertTrue(
        ask("{ likelyDuplicates(kind: PARTY, skip: -1) { reason } }")
            .at("/errors/0")
            .has("message"));
  }
}
