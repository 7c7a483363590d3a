package org.chancery.packaged;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chancery.GraphqlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that the packaged service has beside its API. */
@QuarkusIntegrationTest
@TestProfile(WithSample.class)
class PagesIT {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
  private static final String GRAPHIQL = "/q/graphql-ui/";

  /** Characters of a line that GraphiQL's editor shows in a window of usual size. */
  private static final int WIDTH = 64;

  @Test
  void everyLinkOfTheFirstPageLeadsSomewhere() {
    List<String> links = linksOf("/");
    assertFalse(links.isEmpty());
    links.forEach(link -> get(URI.create("/").resolve(link)).then().statusCode(200));
  }

  @Test
  void everyExampleOfTheFirstPageIsAnswered() {
    List<String> examples =
        linksOf("/").stream()
            .map(URI::create)
            .filter(link -> String.valueOf(link.getQuery()).startsWith("query=#"))
            .map(link -> link.getQuery().substring("query=".length()))
            .toList();
    assertEquals(7, examples.size());
    examples.forEach(
        example -> {
          assertTrue(example.contains("\nquery "), example);
          example.lines().forEach(line -> assertTrue(line.length() <= WIDTH, line));
          GraphqlClient.data(example);
        });
  }

  @Test
  void graphiqlHasItsAssets() {
    List<String> assets = linksOf(GRAPHIQL);
    assertFalse(assets.isEmpty());
    assets.forEach(asset -> get(GRAPHIQL + asset).then().statusCode(200));
  }

  /** Pages, answers, errors and what is not there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/chancery.css",
        "/q/graphql-ui/",
        "/graphql?query={__typename}",
        "/graphql",
        "/graphql/schema.graphql",
        "/meetings/2021-09-01-wang-kerry",
        "/meetings/none",
        "/nothing"
      })
  void everyAnswerHasSecurityHeaders(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(URI.create(path.replace("{", "%7B").replace("}", "%7D")))
        .then()
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "same-origin")
        .header("Content-Security-Policy", startsWith("default-src 'none';"));
  }

  /** Also where they are made by what a native executable has to be told of. */
  @ParameterizedTest
  @CsvSource({
    "/meetings.csv, text/csv, key",
    "/statements.ndjson?linked=contradicts, application/x-ndjson, oasis",
    "/meetings.graphql, text/plain, query MeetingsPage",
    "/meetings/2021-09-01-wang-kerry.bib, application/x-bibtex, @misc",
    "/meetings/2021-09-01-wang-kerry.ris, application/x-research-info-systems, TY",
    "/meetings/2021-09-01-wang-kerry.csl.json, application/vnd.citationstyles.csl+json, webpage",
    "/meetings/2021-09-01-wang-kerry.jsonld, application/ld+json, schema.org",
    "/changes.atom, application/atom+xml, <feed",
    "/robots.txt, text/plain, Disallow",
    "/people?party=CN, text/html, Wang Yi"
  })
  void pagesHaveOtherFormats(String path, String type, String text) {
    given()
        .accept("text/html,*/*;q=0.8")
        .get(path)
        .then()
        .statusCode(200)
        .contentType(startsWith(type))
        .body(containsString(text));
  }

  @Test
  void theSchemaIsServed() throws IOException {
    assertEquals(
        Files.readString(Path.of("schema.graphql")), get("/graphql/schema.graphql").asString());
  }

  /** Links to other sites, and what stands in the page itself, are left out. */
  private static List<String> linksOf(String page) {
    String html = get(page).then().statusCode(200).extract().asString();
    return LINK.matcher(html.replaceAll("(?s)<!--.*?-->", ""))
        .results()
        .map((MatchResult match) -> match.group(1))
        .filter(link -> !link.contains(":") && !link.startsWith("#"))
        .distinct()
        .toList();
  }
}
