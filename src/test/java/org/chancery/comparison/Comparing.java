package org.chancery.comparison;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.chancery.document.DocumentLoader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Accounts of one meeting, side by side. */
abstract class Comparing {

  private static final String POINTS =
      """
      query($key: String!, $accounts: [String!]) {
        meeting(key: $key) { comparison(accounts: $accounts) {
          accounts { key }
          points { agreement statements { key } reportedBy { key } omittedBy { key } }
          silences { account { key } participants { key } parties { key } }
        } }
      }
      """;

  private static long ids;

  @Inject DocumentLoader loader;

  @Test
  void agreementIsThatOfAllAccountsOfAPoint() {
    String key = load(3, 3, "0-0+1-0", "1-1!2-1", "0-2+1-2", "1-2!2-2");
    assertEquals(
        List.of(
            "AGREED [0-0, 1-0] by [0, 1] not [2]",
            "SINGLE_SOURCE [0-1] by [0] not [1, 2]",
            "DISPUTED [0-2, 1-2, 2-2] by [0, 1, 2] not []",
            "DISPUTED [1-1, 2-1] by [1, 2] not [0]",
            "SINGLE_SOURCE [2-0] by [2] not [0, 1]"),
        points(key, null));
  }

  /** A page has room for so many statements; their accounts have pages of their own. */
  @Test
  void whatIsTooMuchForOnePageIsToldAccountByAccount() {
    String key = load(3, 1000);
    Document page = Jsoup.parse(page(key, ""));
    assertTrue(page.text().contains("more than can be set side by side"), page.text());
    assertEquals(
        List.of(key + "-0", key + "-1", key + "-2"),
        page.select("main ul a[href*=accounts/]").eachAttr("href").stream()
            .map(link -> link.replaceFirst(".*/", ""))
            .toList());
    assertEquals(3, page.select("input[name=accounts]").size());
    Document one = Jsoup.parse(page(key, "?accounts=" + key + "-1"));
    assertEquals(1000, one.select(".accounts tbody tr").size());
  }

  private static String page(String key, String query) {
    return given()
        .accept("text/html")
        .get("/meetings/" + key + query)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /**
   * What the first two say of each other stays, whether the third links them, agrees or
   * contradicts.
   */
  @Test
  void aThirdAccountChangesNothingBetweenTheFirstTwo() {
    String two = load(2, 3, "0-0+1-0", "0-1!1-1");
    String unlinked = load(3, 3, "0-0+1-0", "0-1!1-1");
    String linked = load(3, 3, "0-0+1-0", "0-1!1-1", "0-2+2-0", "1-2+2-0", "0-0!2-1", "1-0!2-1");
    List<String> between = points(two, null);
    assertEquals(
        List.of(
            "AGREED [0-0, 1-0] by [0, 1] not []",
            "DISPUTED [0-1, 1-1] by [0, 1] not []",
            "SINGLE_SOURCE [0-2] by [0] not [1]",
            "SINGLE_SOURCE [1-2] by [1] not [0]"),
        between);
    assertEquals(between, points(unlinked, List.of(unlinked + "-0", unlinked + "-1")));
    assertEquals(between, points(linked, List.of(linked + "-1", linked + "-0")));
    assertEquals(
        between.stream()
            .map(
                point ->
                    point
                        .replace("not []", "not [2]")
                        .replaceFirst("not \\[([01])]", "not [$1, 2]"))
            .toList(),
        points(unlinked, null).subList(0, 4));
  }

  @RepeatedTest(20)
  void everyStatementStandsInExactlyOnePoint(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int accounts = 1 + random.nextInt(4);
    List<String> links = new ArrayList<>();
    for (int i = 0; i < random.nextInt(8) && accounts > 1; i++) {
      int one = random.nextInt(accounts - 1);
      String link =
          one
              + "-"
              + random.nextInt(5)
              + (random.nextBoolean() ? "+" : "!")
              + (one + 1)
              + "-"
              + random.nextInt(5);
      if (links.stream()
          .noneMatch(other -> other.replace('!', '+').equals(link.replace('!', '+')))) {
        links.add(link);
      }
    }
    String key = load(accounts, 5, links.toArray(String[]::new));
    List<String> all = new ArrayList<>();
    comparison(key, null)
        .path("points")
        .forEach(
            point -> point.path("statements").forEach(one -> all.add(one.path("key").asText())));
    assertEquals(accounts * 5, all.size());
    assertEquals(accounts * 5, new HashSet<>(all).size());
    assertEquals(points(key, null), points(key, null));
  }

  @Test
  void anAccountOfAnotherMeetingIsRefused() {
    String key = load(2, 1);
    JsonNode answer =
        GraphqlClient.ask(
            POINTS, "key", key, "accounts", List.of(key + "-0", "2021-09-02-han-kerry-us"));
    assertEquals("BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText());
    assertTrue(answer.at("/errors/0/message").asText().contains("\"2021-09-02-han-kerry-us\""));
  }

  @Test
  void anAnchorPointsIntoTheAccountsText() {
    String key = load(1, 1);
    JsonNode statement =
        GraphqlClient.data(
                "query($key: String!) { statement(key: $key) { anchor { exact prefix suffix start end } } }",
                "key",
                key + "-0-0")
            .path("statement");
    assertEquals(
        "{\"exact\":\"A word.\",\"prefix\":\"more than thirty-two characters🙂\",\"suffix\":\" And the end.\",\"start\":37,\"end\":44}",
        statement.path("anchor").toString());
  }

  private static JsonNode comparison(String key, @Nullable List<String> accounts) {
    return GraphqlClient.data(POINTS, "key", key, "accounts", accounts).at("/meeting/comparison");
  }

  private static List<String> points(String key, @Nullable List<String> accounts) {
    List<String> points = new ArrayList<>();
    comparison(key, accounts)
        .path("points")
        .forEach(
            point ->
                points.add(
                    "%s %s by %s not %s"
                        .formatted(
                            point.path("agreement").asText(),
                            keys(key, point.path("statements")),
                            keys(key, point.path("reportedBy")),
                            keys(key, point.path("omittedBy")))));
    return points;
  }

  private static List<String> keys(String meeting, JsonNode things) {
    List<String> keys = new ArrayList<>();
    things.forEach(thing -> keys.add(thing.path("key").asText().substring(meeting.length() + 1)));
    return keys;
  }

  /**
   * A meeting with accounts of so many statements each.
   *
   * @param links such as {@code 0-1+1-2}, or with {@code !} where they contradict each other
   */
  private String load(int accounts, int statements, String... links) {
    String key = "compare-" + getClass().getSimpleName().length() + "-" + ++ids;
    StringBuilder line =
        new StringBuilder(
            "{'type':'meeting','id':'%s','key':'%s','title':'M','date':'2021','status':'HELD','format':'PHONE','accounts':["
                .formatted(id(), key));
    for (int i = 0; i < accounts; i++) {
      line.append(i == 0 ? "" : ",")
          .append(
              "{'id':'%s','key':'%s-%d','kind':'PRESS_REPORT','text':'Some more than thirty-two characters🙂A word. And the end.','statements':["
                  .formatted(id(), key, i));
      for (int j = 0; j < statements; j++) {
        line.append(j == 0 ? "" : ",")
            .append(
                "{'id':'%s','key':'%s-%d-%d','speakers':[{'party':'CN'}],'act':'STATE','mode':'INDIRECT','text':'T','anchor':{'exact':'A word.','start':37,'end':44}}"
                    .formatted(id(), key, i, j));
      }
      line.append("]}");
    }
    line.append("],'links':[");
    for (int i = 0; i < links.length; i++) {
      String kind = links[i].contains("!") ? "CONTRADICTS" : "CORROBORATES";
      String[] ends = links[i].split("[+!]", -1);
      line.append(i == 0 ? "" : ",")
          .append(
              "{'id':'%s','kind':'%s','statements':['%3$s-%4$s','%3$s-%5$s']}"
                  .formatted(id(), kind, key, ends[0], ends[1]));
    }
    String document = line.append("]}").toString().replace('\'', '"');
    Documents.load(loader, document);
    return key;
  }

  private static UUID id() {
    return new UUID(0xc0_4b_a2_e0_7000L, 0x8000_0000_0000_0000L | ++ids);
  }
}
