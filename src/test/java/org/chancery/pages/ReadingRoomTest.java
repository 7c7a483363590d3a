package org.chancery.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.chancery.LimitsAsInstalled;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages of the sample record, as a browser without scripts gets them, within the limits that an
 * installed service has.
 */
@QuarkusTest
@TestProfile(LimitsAsInstalled.class)
class ReadingRoomTest {

  @TestHTTPResource("/")
  URI home;

  /** Every page that can be reached: it is there, well formed, and has a title of its own. */
  @Test
  void everyLinkLeadsSomewhere() {
    Set<URI> seen = new HashSet<>(Set.of(home));
    Deque<URI> open = new ArrayDeque<>(seen);
    int pages = 0;
    while (!open.isEmpty()) {
      URI address = open.remove();
      Response answer = ask(address);
      assertEquals(200, answer.statusCode(), address.toString());
      if (!answer.contentType().startsWith("text/html") || address.getPath().startsWith("/q/")) {
        continue;
      }
      pages++;
      for (Element link : wellFormed(address, answer.asString()).select("a[href], link[href]")) {
        URI to = withoutFragment(address.resolve(link.attr("href")));
        // What narrows a list down can be combined without end, and each revision has all pages.
        boolean isFollowed =
            address.getQuery() == null
                || (!link.attr("rel").equals("nofollow")
                    && !address.getQuery().matches("asOf=([2-9]|1.+)"));
        if (to.getHost() != null
            && to.getPort() == home.getPort()
            && isFollowed
            && !to.getPath().startsWith("/q/")
            && seen.add(to)) {
          open.add(to);
        }
      }
    }
    assertTrue(pages > 200, pages + " pages");
  }

  private static Document wellFormed(URI address, String html) {
    Parser parser = Parser.htmlParser().setTrackErrors(10);
    Document page = parser.parseInput(html, "");
    assertTrue(parser.getErrors().isEmpty(), address + ": " + parser.getErrors());
    assertEquals(1, page.select("h1").size(), address.toString());
    assertFalse(page.title().isBlank(), address.toString());
    assertEquals("en", page.select("html").attr("lang"));
    Set<String> ids = new HashSet<>();
    page.select("[id]").forEach(one -> assertTrue(ids.add(one.id()), address + ": " + one.id()));
    assertTrue(page.select("script, [style], [onclick]").isEmpty(), address.toString());
    assertFalse(page.text().contains("NOT_FOUND") || page.text().contains("null"), page.text());
    return page;
  }

  private static URI withoutFragment(URI address) {
    return URI.create(address.toString().replaceFirst("#.*", ""));
  }

  private static Response ask(URI address) {
    return given()
        .urlEncodingEnabled(false)
        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
        .get(address);
  }

  @Test
  void accountsStandSideBySide() {
    Document page =
        wellFormed(home, ask(home.resolve("/meetings/2021-09-01-wang-kerry")).asString());
    assertEquals(4, page.select(".accounts thead th").size());
    assertTrue(page.select(".accounts tr.disputed").text().contains("Told differently"));
    assertTrue(page.select(".accounts .omitted").size() > 10);
    assertTrue(page.text().contains("as Wang Yi “pointed out”"), page.text());
    assertEquals("oasis", page.select(".disputed q").eachText().get(0));
  }

  /** In its language and direction, with what was said marked in it. */
  @Test
  void anAccountHasItsTextInItsLanguage() {
    for (Element account :
        wellFormed(home, ask(home.resolve("/meetings")).asString()).select(".meetings a")) {
      Document meeting = wellFormed(home, ask(home.resolve(account.attr("href"))).asString());
      for (Element text : meeting.select(".said .text")) {
        assertEquals("auto", text.attr("dir"));
      }
    }
    Document chain =
        wellFormed(
            home, ask(home.resolve("/statements/2021-09-01-wang-kerry-press-11")).asString());
    assertTrue(
        chain.select(".attribution").text().contains("Wang Yi “pointed out” that United States"),
        chain.select(".attribution").text());
  }

  @ParameterizedTest
  @CsvSource({
    "/meetings/nothing, 404, Not in the record",
    "/meetings/no%20key, 404, Not in the record",
    "/meetings?after=nonsense, 400, This cannot be shown",
    "/meetings?year=soon, 400, four digits",
    "/meetings?asOf=soon, 400, This cannot be shown",
    "/statements?act=sing, 400, This cannot be shown",
    "/search?q=-, 400, This cannot be shown",
    "/statements?q=a%20b%20c%20d%20e%20f%20g%20h%20i%20j%20k%20l%20m%20n%20o%20p%20q%20r%20s, 400, The request costs",
    "/meetings/2021-09-01-wang-kerry?asOf=999, 400, This cannot be shown",
    "/meetings/2021-09-01-wang-kerry?asOf=0, 404, The record had no meeting"
  })
  void whatCannotBeShownSaysWhy(String path, int status, String words) {
    Response answer = ask(URI.create(home.resolve("/") + path.substring(1)));
    assertEquals(status, answer.statusCode());
    assertEquals("text/html;charset=utf-8", answer.contentType());
    assertTrue(wellFormed(home, answer.asString()).text().contains(words), answer.asString());
  }

  @Test
  void thePastSaysThatItIsThePast() {
    Response past = ask(home.resolve("/meetings/2021-09-01-wang-kerry?asOf=1"));
    Document page = wellFormed(home, past.asString());
    assertTrue(page.select(".past").text().contains("as revision 1 left it"), page.text());
    assertEquals(
        "2021-09-01-wang-kerry", page.select(".past a").attr("href").replaceFirst(".*/", ""));
    page.select("main a[href^=..]")
        .forEach(link -> assertTrue(link.attr("href").contains("asOf=1"), link.toString()));
    assertTrue(past.header("Cache-Control").contains("max-age=31536000"));
  }

  /** Words of others never become markup. */
  @Test
  void whatIsAskedForIsShownAsText() {
    String words = "%3Cscript%3Ealert(1)%3C/script%3E%20%22%27%26";
    ask(URI.create(home.resolve("/search") + "?q=" + words))
        .then()
        .body(not(containsString("<script")))
        .body(containsString("&lt;script&gt;"));
  }
}
