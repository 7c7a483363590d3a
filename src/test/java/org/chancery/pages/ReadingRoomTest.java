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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.chancery.LimitsAsInstalled;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

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
            // Each choice of a list is asked for by another test.
            && link.closest(".facet") == null
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
    assertTrue(page.text().contains("reported by Wang Yi (“pointed out”)"), page.text());
    assertEquals("oasis", page.select(".disputed .quoted").eachText().get(0));
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
    "/parties/nothing, 404, Not in the record",
    "/topics/nothing, 404, Not in the record",
    "/participants/nothing, 404, Not in the record",
    "/statements/nothing, 404, Not in the record",
    "/accounts/nothing, 404, Not in the record",
    "/events/nothing, 404, Not in the record",
    "/parties/CN?asOf=0, 404, Not in the record",
    "/parties/CN?after=nonsense, 400, This cannot be shown",
    "/accounts/1931-05-nord-sahl-northland?q=-, 200, lighthouse",
    "/accounts/1931-05-nord-sahl-northland?q=ke*, 200, lighthouse",
    "'/search?q=channel%20shallow', 200, 'as Foreign Ministry of Northland (official readout) has it'",
    "/nothing/, 404, No such page",
    "/meetings/no%20key, 404, Not in the record",
    "/meetings?after=nonsense, 400, This cannot be shown",
    "/meetings?year=soon, 400, four digits",
    "/meetings?asOf=soon, 400, This cannot be shown",
    "/meetings?year=2021&year=2022, 400, more than once",
    "/meetings?year=&year=2022, 400, more than once",
    "'/meetings?party=CN,XX', 400, no party",
    "'/statements?side=CN,US', 400, takes one key",
    "/nothing, 404, No such page",
    "/meetings/2021-09-01-wang-kerry/nothing, 404, No such page",
    "/meetings/nothing/history, 404, Not in the record",
    "/meetings?asOf=1&asOf=2, 400, more than once",
    "/meetings?status=foo, 400, '“foo” is none of: cancelled, held, postponed, scheduled.'",
    "/meetings?sort=foo, 400, 'is one of newest, oldest, title, changed.'",
    "/search?q=oasis&kind=dream, 400, “dream” is none of: account",
    "/statements?act=sing, 400, “sing” is none of: accuse",
    "/search?q=-, 400, This cannot be shown",
    "/statements?q=a%20b%20c%20d%20e%20f%20g%20h%20i%20j%20k%20l%20m%20n%20o%20p%20q%20r%20s, 400, This asks for too much at once",
    "/meetings/2021-09-01-wang-kerry?asOf=999, 400, This cannot be shown",
    "/meetings/2021-09-01-wang-kerry?asOf=0, 404, The record had no meeting"
  })
  void whatCannotBeShownSaysWhy(String path, int status, String words) {
    Response answer = ask(URI.create(home.resolve("/") + path.substring(1)));
    assertEquals(status, answer.statusCode());
    assertEquals("text/html;charset=utf-8", answer.contentType());
    assertTrue(wellFormed(home, answer.asString()).text().contains(words), answer.asString());
  }

  /** A page there would lead back to the root by as many steps. */
  @Test
  void aPathOfVeryManyPartsHasNoPage() {
    Response answer = ask(home.resolve("/" + "a/".repeat(1000)));
    assertEquals(404, answer.statusCode());
    assertEquals("application/json;charset=utf-8", answer.contentType());
  }

  /** Of three accounts two are compared, as if there were no other; the address says which. */
  @Test
  void someAccountsOfAMeetingAreCompared() {
    String meeting = "/meetings/2021-09-01-wang-kerry";
    Document all = wellFormed(home, ask(home.resolve(meeting)).asString());
    List<String> accounts = all.select("form.choose input[name=accounts]").eachAttr("value");
    assertEquals(3, accounts.size());
    assertEquals(0, all.select("form.choose input[checked]").size());
    String chosen = "?accounts=" + accounts.get(2) + "&accounts=" + accounts.get(0) + "&asOf=1";
    Document two = wellFormed(home, ask(home.resolve(meeting + chosen)).asString());
    assertTrue(two.text().contains("Here are 2 of its 3 accounts"), two.text());
    assertEquals(
        List.of(accounts.get(0), accounts.get(2)),
        two.select(".accounts thead a").eachAttr("href").stream()
            .map(link -> link.replaceFirst(".*/", "").replaceFirst("[?].*", ""))
            .toList());
    assertEquals(2, two.select("form.choose input[checked]").size());
    assertEquals("1", two.select("form.choose input[name=asOf]").attr("value"));
    assertTrue(
        two.select(".cite").text().contains("accounts=" + accounts.get(2) + "," + accounts.get(0)),
        two.select(".cite").text());
    assertEquals(
        all.select(".accounts").text(),
        wellFormed(home, ask(home.resolve(meeting + "?accounts=")).asString())
            .select(".accounts")
            .text());
    assertTrue(two.title().contains(", according to "), two.title());
    String cited = ask(home.resolve(meeting + ".bib" + chosen)).asString();
    assertTrue(cited.startsWith("@"), cited);
    assertEquals(cited, ask(home.resolve(meeting + ".bib" + chosen + "&q=oasis")).asString());
    Document one =
        wellFormed(home, ask(home.resolve(meeting + "?accounts=" + accounts.get(1))).asString());
    assertTrue(one.text().contains("Here is one of its 3 accounts"), one.text());
    Response unknown = ask(home.resolve(meeting + "?accounts=nobodys"));
    assertEquals(400, unknown.statusCode());
    Document without = wellFormed(home, unknown.asString());
    assertTrue(without.text().contains("has no account with the key"), without.text());
    assertEquals(
        "2021-09-01-wang-kerry",
        without
            .select("main a:contains(With all its accounts)")
            .attr("href")
            .replaceFirst(".*/", ""));
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
    assertEquals("public, max-age=0", past.header("Cache-Control"));
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

  /** What narrows a list down says how many things it leaves. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "meetings",
        "participants",
        "parties",
        "topics",
        "topics?q=climate",
        "events",
        "events?host=CN",
        "search?q=climate",
        "meetings?party=CN&year=2021",
        "meetings?party=CN&party=US",
        "meetings?party=CN,US&person=wang-yi&topic=climate-change",
        "meetings?year=2021&status=held",
        "meetings?q=wang%20kerry%20climate&year=2021&party=US&format=video&topic=climate-change",
        "statements",
        "statements?q=COVID-19",
        "statements?year=2021&side=US&topic=climate-change&q=climate",
        "statements?act=request&asOf=1"
      })
  void whatNarrowsAListDownLeavesAsManyAsItSays(String list) {
    URI address = home.resolve("/" + list);
    Elements narrowing =
        wellFormed(address, ask(address).asString()).select(".facet li:has(a):has(.count)");
    assertFalse(narrowing.isEmpty());
    for (Element one : narrowing) {
      URI narrowed = address.resolve(one.select("a").attr("href"));
      assertTrue(
          wellFormed(narrowed, ask(narrowed).asString())
              .select("p.facts")
              .text()
              .startsWith(one.select(".count").text() + " "),
          one::text);
    }
  }

  /** Where that would be too much together with the list, it is counted after it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "statements?q=climate",
        "statements?topic=climate-change&speaker=john-kerry",
        "statements?topic=climate-change&speaker=john-kerry&q=the&asOf=1",
        "meetings?q=climate&party=CN&person=wang-yi&topic=climate-change"
      })
  void whatIsNarrowedDownFurtherIsCountedToo(String list) {
    Document narrowed = wellFormed(home, ask(home.resolve("/" + list)).asString());
    int listed = narrowed.select("ol.statements > li, ul.meetings > li").size();
    assertTrue(listed > 0);
    assertTrue(
        narrowed
            .select("p.facts")
            .text()
            .startsWith(listed + (list.startsWith("m") ? " meeting" : "")),
        narrowed.select("p.facts").text());
    assertFalse(narrowed.select(".facet li:has(a):has(.count)").isEmpty());
  }

  /** Of what is chosen already there is no other to choose, which would take its place. */
  @ParameterizedTest
  @ValueSource(
      strings = {"meetings?year=2021", "parties?kind=state", "search?q=climate&kind=topic"})
  void whatNarrowsItDownAlreadyIsNoFacet(String list) {
    Document narrowed = wellFormed(home, ask(home.resolve("/" + list)).asString());
    String chosen = list.replaceFirst(".*[?&]", "");
    String parameter = chosen.replaceFirst("=.*", "=");
    narrowed.select(".facet a").stream()
        .map(link -> link.attr("href"))
        .filter(link -> link.contains(parameter))
        .forEach(link -> assertTrue(link.contains(chosen), link));
  }

  /** Meetings of two, and without one of them again. */
  @Test
  void severalOfAKindNarrowAListDownTogether() {
    URI address = home.resolve("/meetings?party=CN");
    Elements others =
        wellFormed(address, ask(address).asString()).select(".facet a[href*='party=CN,']");
    assertFalse(others.isEmpty());
    assertTrue(others.stream().noneMatch(one -> one.attr("href").contains("CN,CN")));
    URI both = address.resolve(others.get(0).attr("href"));
    Document page = wellFormed(both, ask(both).asString());
    assertEquals(List.of("China", "United States"), page.select(".chosen li bdi").eachText());
    assertEquals(
        List.of("meetings?party=US", "meetings?party=CN"),
        page.select(".chosen li a").eachAttr("href"));
    assertEquals("CN,US", page.select("form.narrow input[name=party]").attr("value"));
  }

  @Test
  void whereNothingIsFoundItSaysSo() {
    assertTrue(
        wellFormed(home, ask(home.resolve("/meetings?q=xylophone")).asString())
            .select("p.facts")
            .text()
            .startsWith("0 meetings"));
  }

  @ParameterizedTest
  @CsvSource({
    "meetings?party=CN&person=wang-yi&topic=cop26&event=2021-tianjin-climate-talks, China|Wang Yi|COP26|China–US climate talks",
    "'meetings?person=wang-yi,john-kerry', Wang Yi|John Kerry",
    "'meetings?party=CN,%20CN,,US&party=&party=US', China|United States",
    "'meetings?party=,CN&asOf=1', China",
    "'participants?party=CN,US', China|United States",
    "participants?party=US, United States",
    "topics?party=CN, China",
    "parties?kind=STATE, state",
    "meetings?format=in_person, in person",
    "events?host=CN&topic=climate-change, Climate change|China",
    "statements?topic=cop26&speaker=wang-yi, COP26|Wang Yi",
    "statements?side=US, United States",
    "statements?linked=contradicts, told differently"
  })
  void whatNarrowsAListDownIsCalledByItsName(String list, String names) {
    URI address = home.resolve("/" + list);
    Document page = wellFormed(address, ask(address).asString());
    List<String> named = List.of(names.split("\\|"));
    assertEquals(named, page.select(".chosen li bdi").eachText());
    named.forEach(name -> assertTrue(page.title().contains(name), page.title()));
  }

  @Test
  void whatNarrowsItDownIsCalledByItsNameInItsCitationToo() {
    assertTrue(
        ask(home.resolve("/meetings.bib?party=CN,US"))
            .asString()
            .contains("Meetings: party China, party United States"));
  }

  /** However a list is narrowed down and sorted, its query costs no more than it may. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "statements?q=climate&sort=changed",
        "statements?side=US&sort=oldest",
        "statements?q=climate&topic=cop26&speaker=wang-yi&side=US&act=state&linked=contradicts&sort=changed",
        "meetings?q=climate&party=CN&person=wang-yi&topic=cop26&event=2021-tianjin-climate-talks&year=2021&format=video&status=held&sort=changed",
        "participants?q=wang&party=CN&sort=changed",
        "topics?q=climate%20change&party=CN&sort=changed",
        "events?q=talks&topic=cop26&host=CN&year=2021&sort=changed"
      })
  void aListCanBeNarrowedDownByAllThatItHas(String list) {
    assertEquals(200, ask(home.resolve("/" + list)).statusCode());
  }

  /** A file has what the page shows, and says which query has made it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "meetings?party=CN&sort=oldest",
        "participants",
        "parties?kind=state",
        "topics?q=climate",
        "events",
        "statements?linked=contradicts"
      })
  void aListIsAFileToo(String list) throws Exception {
    String path = list.replaceFirst("[?].*", "");
    String query = list.substring(path.length());
    List<String> shown =
        keysIn(
            wellFormed(home, ask(home.resolve("/" + list)).asString())
                .select(".meetings a, .faceted td a, .statements .more a"));
    List<CSVRecord> rows = rows(home.resolve("/" + path + ".csv" + query));
    assertFalse(shown.isEmpty());
    assertEquals(shown, rows.stream().map(row -> row.get("key")).toList());
    Response lines = ask(home.resolve("/" + path + ".ndjson" + query));
    assertEquals(
        shown,
        lines.asString().lines().map(line -> new JsonObject(line).getString("key")).toList());
    assertTrue(lines.header("Content-Disposition").contains(path + ".ndjson"));

    String document = ask(home.resolve("/" + path + ".graphql" + query)).asString();
    JsonObject request =
        new JsonObject()
            .put("query", document)
            .put(
                "variables",
                new JsonObject(document.lines().findFirst().orElseThrow().substring(13)));
    assertEquals(
        shown,
        given()
            .contentType("application/json")
            .body(request.encode())
            .post("/graphql")
            .jsonPath()
            .getList("data.list.nodes.key"));
  }

  /** The last part of each address. */
  private static List<String> keysIn(Elements links) {
    return links.eachAttr("href").stream().map(link -> link.replaceFirst(".*/", "")).toList();
  }

  private static List<CSVRecord> rows(URI file) throws IOException {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(ask(file).asString()))
        .getRecords();
  }

  @Test
  void whatIsFoundIsAFileToo() throws Exception {
    List<String> shown =
        keysIn(
            wellFormed(home, ask(home.resolve("/search?q=climate&kind=statement")).asString())
                .select(".statements p:has(.kind) a"));
    assertFalse(shown.isEmpty());
    Response lines = ask(home.resolve("/search.ndjson?q=climate&kind=statement"));
    assertEquals(
        shown,
        lines
            .asString()
            .lines()
            .map(line -> new JsonObject(line).getJsonObject("thing").getString("key"))
            .limit(shown.size())
            .toList());
    List<CSVRecord> rows = rows(home.resolve("/search.csv?q=oasis"));
    assertTrue(rows.stream().anyMatch(row -> row.get("thing.speakers.name").equals("Wang Yi")));
    assertEquals(400, ask(home.resolve("/search.csv")).statusCode());
  }

  /** A page of it is thirty; a file of a revision is the same for good. */
  @Test
  void aFileHasWhatComesAfterThePageToo() {
    List<String> lines =
        ask(home.resolve("/statements.ndjson?asOf=1"))
            .asString()
            .lines()
            .map(line -> new JsonObject(line).getString("key"))
            .toList();
    assertEquals(57, lines.size());
    assertEquals(57, Set.copyOf(lines).size());
    Response file = ask(home.resolve("/statements.csv?asOf=1"));
    assertTrue(file.header("Cache-Control").contains("max-age=86400"));
    Document first = wellFormed(home, ask(home.resolve("/statements?asOf=1")).asString());
    URI rest = home.resolve(first.select("a[rel=next]").attr("href"));
    Document second = wellFormed(home, ask(rest).asString());
    assertEquals(
        57, first.select("main li > .said").size() + second.select("main li > .said").size());
    assertTrue(second.select("meta[name=citation_public_url]").attr("content").contains("after="));
    assertEquals(
        57,
        ask(rest.resolve(second.select("a[href*=ndjson]").attr("href")))
            .asString()
            .lines()
            .count());
  }

  @Test
  void aSearchForNothingSaysHowToSearch() {
    for (String path : List.of("/search", "/search?q=")) {
      assertTrue(wellFormed(home, ask(home.resolve(path)).asString()).text().contains("a phrase"));
    }
    Document among =
        wellFormed(home, ask(home.resolve("/search?q=climate&kind=account")).asString());
    assertTrue(
        among.select("main ol a").eachAttr("href").stream()
            .allMatch(link -> link.startsWith("accounts/")));
    Document not = wellFormed(home, ask(home.resolve("/meetings/nothing?asOf=1")).asString());
    assertFalse(not.select(".past").text().contains("revision"), not.text());
  }

  @Test
  void anOrderThatThereIsNotIsRefused() {
    assertEquals(400, ask(home.resolve("/meetings?sort=colour")).statusCode());
    assertEquals(400, ask(home.resolve("/meetings.csv?year=soon")).statusCode());
    assertEquals(400, ask(home.resolve("/statements.ndjson?act=sing")).statusCode());
    // What is misspelled is not taken for nothing.
    for (String file : List.of("csv", "ndjson", "graphql", "bib")) {
      assertEquals(400, ask(home.resolve("/meetings." + file + "?partty=CN")).statusCode(), file);
    }
    // Others add parameters to the addresses of pages.
    assertEquals(200, ask(home.resolve("/meetings?utm_source=x")).statusCode());
  }

  /** Each page in the formats of reference managers, as of the revision that it shows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "chancery",
        "meetings",
        "changes",
        "meetings/2021-09-01-wang-kerry",
        "meetings/2021-09-01-wang-kerry/history",
        "accounts/2021-09-01-wang-kerry-press",
        "statements/2021-09-01-wang-kerry-press-11",
        "participants/john-kerry",
        "parties/CN",
        "topics/climate-change",
        "events/2021-tianjin-climate-talks"
      })
  void aPageCanBeCited(String path) {
    JsonObject item =
        new JsonArray(ask(home.resolve("/" + path + ".csl.json")).asString()).getJsonObject(0);
    URI cited = URI.create(item.getString("URL"));
    assertTrue(cited.toString().contains("?asOf="), cited.toString());
    Document page = wellFormed(cited, ask(cited).asString());
    assertEquals(item.getString("title"), page.select("meta[name=citation_title]").attr("content"));
    assertEquals(cited.toString(), page.select("meta[name=citation_public_url]").attr("content"));
    assertTrue(page.select(".cite").text().contains(cited.toString()), page.select(".cite").text());
    String bibtex = ask(home.resolve("/" + path + ".bib")).asString();
    assertTrue(bibtex.startsWith("@misc{") && bibtex.contains("url = {" + cited + "}"), bibtex);
    String ris = ask(home.resolve("/" + path + ".ris")).asString();
    assertTrue(ris.startsWith("TY  - ELEC\r\n") && ris.contains("UR  - " + cited + "\r\n"), ris);
    String links = ask(cited).header("Link");
    assertTrue(links.contains("<" + cited + ">; rel=\"cite-as\""), links);
  }

  /** Programs find the data, the past and the other formats of a thing from its page. */
  @Test
  void aPageLeadsProgramsOn() {
    URI address = home.resolve("/meetings/2021-09-01-wang-kerry");
    String links = ask(address).header("Link");
    Matcher described = Pattern.compile("<([^>]*)>; rel=\"describedby\"").matcher(links);
    assertTrue(described.find(), links);
    Response data = ask(address.resolve(described.group(1)));
    assertEquals("application/ld+json", data.contentType());
    assertEquals(200, ask(address.resolve("2021-09-01-wang-kerry/timemap")).statusCode());
    Matcher others =
        Pattern.compile("<([^>]*)>; rel=\"(alternate|timemap|original timegate)\"").matcher(links);
    int found = 0;
    while (others.find()) {
      found++;
      assertEquals(200, ask(address.resolve(others.group(1))).statusCode(), others.group());
    }
    assertEquals(5, found);
  }

  @Test
  void whatWasChangedIsAFeed() throws Exception {
    Response feed = ask(home.resolve("/changes.atom"));
    assertEquals("application/atom+xml", feed.contentType());
    org.w3c.dom.Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(feed.asByteArray()));
    assertEquals("feed", xml.getDocumentElement().getTagName());
    NodeList links = xml.getElementsByTagName("link");
    assertTrue(links.getLength() > 2);
    for (int i = 0; i < links.getLength(); i++) {
      URI link = URI.create(links.item(i).getAttributes().getNamedItem("href").getNodeValue());
      assertEquals(200, ask(link).statusCode(), link.toString());
    }
  }

  /** Crawlers are led to lists and things, and to nothing that can be combined without end. */
  @Test
  void crawlersAreLedToPages() {
    String rules = ask(home.resolve("/robots.txt")).asString();
    assertTrue(rules.startsWith("User-agent: *\n"), rules);
    for (String closed :
        List.of("/search", "/*?party=", "/*&topic=", "/*?asOf=", "/*?accounts=", "/graphql")) {
      assertTrue(rules.contains("Disallow: " + closed + "\n"), rules);
    }
    String noindex = "meta[name=robots][content*=noindex]";
    for (String kept : List.of("/", "/meetings", "/participants/john-kerry")) {
      assertTrue(wellFormed(home, ask(home.resolve(kept)).asString()).select(noindex).isEmpty());
    }
    for (String out :
        List.of("/meetings?party=CN", "/meetings?asOf=1", "/topics/climate-change/history")) {
      assertEquals(1, wellFormed(home, ask(home.resolve(out)).asString()).select(noindex).size());
    }
  }

  /** The words that were looked for stand out in an account that a search has led to. */
  @Test
  void whatWasFoundIsMarkedInItsAccount() {
    Document results = wellFormed(home, ask(home.resolve("/search?q=lighthouse")).asString());
    String account = results.select("a[href^=accounts]").attr("href");
    Document page = wellFormed(home, ask(home.resolve("/" + account)).asString());
    assertEquals(
        "lighthouse", page.select(".source mark").eachText().get(0).toLowerCase(Locale.ROOT));
    assertTrue(page.select(".source a.stands").size() > 1);
    assertTrue(page.select(".source .quoted").size() > 0);
  }

  @Test
  void theFirstPageShowsWhatIsToldDifferently() {
    Document page = wellFormed(home, ask(home).asString());
    assertEquals(2, page.select(".pair > div").size() / page.select(".pair").size());
    assertTrue(page.select(".pair").text().contains("oasis"));
  }
}
