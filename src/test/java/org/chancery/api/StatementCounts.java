package org.chancery.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.chancery.ManyMeetings;
import org.chancery.document.DocumentLoader;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query takes no more SQL statements the more rows it answers with. */
abstract class StatementCounts {

  private static final String WITH_EVERYTHING =
      """
      query($first: Int!) {
        topic(key: "many-topic") { meetings(first: $first) {
          totalCount
          nodes {
            initiator { key }
            topics { key }
            event { key }
            participations { offices party { name } onBehalfOf { name } participant { name party { name } } meeting { key } }
            accounts { key side { name } silentOn { name } statements(first: 2) { nodes { key } totalCount } }
            statements(first: 10) {
              totalCount
              nodes {
                speakers { name } addressees { name } quotations { words } topics { name }
                reportedIn { key } reports { key } attribution { ... on StatementAttribution { speakers { name } } } links { kind }
                account { key } meeting { key }
              }
            }
          }
        } }
      }
      """;

  private static final String TWENTY_MEETINGS =
      """
      {
        meetings(first: 20) {
          nodes {
            title date { edtf }
            participations { offices participant { name } party { name } }
            statements(first: 10) { nodes { cue text speakers { name } } }
          }
        }
      }
      """;

  @Inject SessionFactory sessions;
  @Inject DocumentLoader loader;

  @BeforeEach
  void loadOnce() {
    if (GraphqlClient.data("{ party(key: \"many-A\") { id } }").path("party").isNull()) {
      Documents.load(loader, ManyMeetings.document("many", 60));
    }
  }

  @Test
  void areNoMoreForFiftyMeetingsThanForOne() {
    assertEquals(23, statementsOf(WITH_EVERYTHING, 1));
    // Among fifty something that a field asks for was loaded for another already.
    assertEquals(22, statementsOf(WITH_EVERYTHING, 50));
  }

  @Test
  void aPageOfTwentyMeetingsTakesFour() {
    JsonNode answer = GraphqlClient.data(TWENTY_MEETINGS);
    assertEquals(20, answer.at("/meetings/nodes").size());
    assertEquals(4, statementsOf(TWENTY_MEETINGS, 20));
  }

  /** Which H2 takes to see how rare a word is; PostgreSQL knows. */
  abstract long forEachWord();

  /** Three of them look up the keys, one for each kind. */
  @Test
  void filtersTakeAsManyHoweverManyRowsTheyLeave() {
    String filtered =
        """
        query($first: Int!) {
          topic(key: "many-topic") { meetings(first: $first, filter: { text: "meeting" }) { nodes {
            participations { participant {
              meetings(first: 2, orderBy: { field: TITLE, direction: ASC }, filter: {
                participants: { noneOf: ["many-person-0"] }, topics: { noneOf: [] }, parties: { allOf: ["many-A"] }
              }) { totalCount nodes { statements(first: 1, filter: { text: "word", speaker: { sides: { anyOf: ["many-A"] } } }) { nodes { key } } } }
              encounters(first: 2) { totalCount nodes { count participant { key } firstMeeting { key } lastMeeting { key } meetings(first: 2) { nodes { key } } } }
            } }
          } } }
        }
        """;
    long one = statementsOf(filtered, 1);
    assertEquals(one, statementsOf(filtered, 50));
    assertEquals(16 + 2 * forEachWord(), one);
    assertEquals(2, statementsOf("{ meetingCounts(by: PARTY) { nodes { key label count } } }", 1));
    assertEquals(1, statementsOf("{ statementCounts(by: YEAR) { nodes { key label count } } }", 1));
  }

  @Test
  void aComparisonTakesAsManyForFiftyMeetingsAsForOne() {
    String compared =
        """
        query($first: Int!) {
          topic(key: "many-topic") { meetings(first: $first) { nodes { comparison {
            points { agreement statements { key speakers { name } } reportedBy { key } omittedBy { key } }
            silences { participants { key } parties { key } }
          } } } }
        }
        """;
    assertEquals(12, statementsOf(compared, 1));
    assertEquals(12, statementsOf(compared, 50));
  }

  /** What they are made of may be something that a list of things is read without. */
  @Test
  void whatCursorsAreMadeOfIsReadOnlyWhereOneIsAskedFor() {
    String list =
        "query($first: Int!) { statements(first: $first, orderBy: { field: UPDATED_AT, direction: DESC }) { %s } }";
    assertEquals(1, statementsOf(list.formatted("nodes { key }"), 20));
    assertEquals(2, statementsOf(list.formatted("edges { cursor }"), 20));
    assertEquals(
        2,
        statementsOf(
            list.formatted("nodes { key } ... on StatementConnection { pageInfo { endCursor } }"),
            20));
  }

  @Test
  void totalsAreCountedOnlyWhenAskedFor() {
    assertEquals(1, statementsOf("{ meetings { nodes { key } } }", 20));
    assertEquals(2, statementsOf("{ meetings { nodes { key } totalCount } }", 20));
    assertEquals(1, statementsOf("{ meetings { __typename totalCount } }", 20));
    assertEquals(2, statementsOf("{ meetings { nodes { statements { totalCount } } } }", 20));
  }

  /**
   * However much of the record it shows: sixty meetings, 240 statements. The first page shows what
   * is newest, which other tests decide as well.
   */
  @ParameterizedTest
  @CsvSource({
    "meetings, 4",
    "meetings?party=many-A&sort=oldest, 6",
    "meetings/many-meeting-1, 17",
    "meetings/many-meeting-1/history, 6",
    "accounts/many-meeting-1-0, 14",
    "statements, 11",
    "statements?linked=corroborates, 11",
    "statements?linked=corroborates&topic=many-topic, 13",
    "statements/many-meeting-1-0-1, 30",
    "participants, 6",
    "participants/many-person-1, 12",
    "parties/many-A, 12",
    "topics/many-topic, 9",
    "events/many-event, 9",
    "parties, 5",
    "topics, 5",
    "events, 5"
  })
  void aPageTakesThisMany(String path, long statements) {
    assertEquals(statements, statementsOfPage(path));
  }

  /** What is counted beside a list of the present is counted once for a revision. */
  @ParameterizedTest
  @CsvSource({
    "meetings?party=many-A&sort=oldest, 32",
    "statements?linked=corroborates&topic=many-topic, 31",
    "participants?party=many-A, 15",
    "parties?kind=state, 10",
    "topics?party=many-A, 15",
    "events?topic=many-topic, 20"
  })
  void aListThatIsCountedTakesThisMany(String path, long statements) {
    int newest =
        GraphqlClient.data("{ revisions(last: 1) { nodes { number } } }")
            .at("/revisions/nodes/0/number")
            .asInt();
    assertEquals(statements, statementsOfPage(path + "&asOf=" + newest));
  }

  /** Kinds of things are asked for by kind: other tests decide which were changed. */
  @Test
  void thePageOfChangesTakesNoMoreThanThereAreKinds() {
    long statements = statementsOfPage("changes");
    assertTrue(statements <= 20, statements + " statements");
  }

  private long statementsOfPage(String path) {
    String address = "/" + path;
    given().accept("text/html").get(address).then().statusCode(200);
    long before = sessions.getStatistics().getPrepareStatementCount();
    given().accept("text/html").get(address).then().statusCode(200);
    return sessions.getStatistics().getPrepareStatementCount() - before;
  }

  @Test
  void manyAliasesOfOneLookupTakeOneStatement() {
    StringBuilder query = new StringBuilder("{");
    for (int i = 0; i < 10; i++) {
      query
          .append(" a")
          .append(i)
          .append(": meeting(key: \"many-meeting-")
          .append(i)
          .append("\") { title }");
    }
    assertEquals(1, statementsOf(query + " }", 1));
  }

  /**
   * Lists, each with what is seldom asked for of its things, and how many statements that takes.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "meetings(first: $first) { nodes { key title } } | 1",
        "meetings(first: $first) { nodes { key sameAs createdAt updatedAt } } | 2",
        "meetings(first: $first) { edges { cursor node { updatedAt event { sameAs } } } } | 4",
        "meetings(first: $first, orderBy: { field: UPDATED_AT, direction: ASC }) { edges { cursor node { updatedAt } } } | 2",
        "meetings(first: $first) { nodes { accounts { title text } } } | 3",
        "statements(first: $first) { nodes { text createdAt } } | 2",
        "statements(first: $first) { nodes { account { publisher } anchor { exact } } } | 2",
        "participants(first: $first) { nodes { name sameAs updatedAt otherNames { name } } } | 2",
        "participants(first: $first, orderBy: { field: NAME, direction: DESC }) { pageInfo { endCursor } nodes { key } } | 2",
        "participants(first: $first) { nodes { name(language: \"zh\") party { name(language: \"zh\") } } } | 4",
      })
  void whatIsSeldomAskedForTakesAsManyForFiftyAsForTwo(String list, long statements) {
    String query = "query($first: Int!) { " + list + " }";
    assertEquals(statements, statementsOf(query, 2));
    assertEquals(statements, statementsOf(query, 50));
    String before =
        "query($first: Int!) { asOf(at: \"9999-01-01T00:00:00Z\") { %s } }".formatted(list);
    long past = statementsOf(before, 2);
    assertEquals(past, statementsOf(before, 50));
    assertEquals(
        GraphqlClient.data(query, "first", 50),
        GraphqlClient.data(before, "first", 50).get("asOf"));
  }

  private long statementsOf(String query, int first) {
    sessions.getStatistics().clear();
    JsonNode data =
        query.contains("$first")
            ? GraphqlClient.data(query, "first", first)
            : GraphqlClient.data(query);
    assertTrue(data.isObject());
    return sessions.getStatistics().getPrepareStatementCount();
  }
}
