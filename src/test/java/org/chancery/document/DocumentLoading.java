package org.chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents are loaded whole or not at all, and all their faults are told. */
abstract class DocumentLoading {

  private static final AtomicInteger IDS = new AtomicInteger();

  @Inject DocumentLoader loader;

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                                                          | | is not one JSON object
          []                                                                         | | object
          {'type':'topic','id':ID,'key':'x','name':'X'} {}                           | | is not one JSON object
          {'type':'topic','id':ID,'key':'x','key':'y','name':'X'}                    | | Duplicate
          {'id':ID,'key':'x'}                                                        | | type
          {'type':'embassy'}                                                         | /type | enum
          {'type':'withdrawal','of':'statement','key':'x'}                           | /of | enum
          {'type':'withdrawal','of':'topic'}                                         | | key
          {'type':'withdrawal','of':'party','key':'CN'}                              | /key | It is named by the record (accounts:
          {'type':'withdrawal','of':'party','key':'CN','into':'nothing'}             | /into | no other party with the key "nothing"
          {'type':'withdrawal','of':'party','key':'CN','into':'CN'}                  | /into | no other party with the key "CN"
          {'type':'withdrawal','of':'topic','id':'01a20cc8-8e83-7010-915e-bb2480871865','key':'x'} | /key | has the key "climate-change"
          {'type':'topic','id':ID,'key':'x'}                                         | | name
          {'type':'topic','id':ID,'key':'x','name':''}                               | /name | at least 1
          {'type':'topic','id':ID,'key':'x','name':1}                                | /name | string
          {'type':'topic','id':ID,'key':'x','name':null}                             | /name | string
          {'type':'topic','id':ID,'key':'x','name':'X','colour':'red'}               | | has no member "colour"; it has type, id, key, sameAs, name, otherNames
          {'type':'topic','id':'1','key':'x','name':'X'}                             | /id | has not this form: A UUID
          {'type':'topic','id':ID,'key':'x y','name':'X'}                            | /key | "x y" has not this form: A short readable name
          {'type':'topic','id':ID,'key':'cop26','name':'X'}                          | /key | already has a topic
          {'type':'topic','id':'01a20cc8-8e83-7010-915e-bb2480871865','key':'x','name':'X'} | /key | keys are permanent
          {'type':'topic','id':ID,'key':'x','name':'a\\u0000b'}                      | /name | U+0000 at 1, which is a control character
          {'type':'topic','id':ID,'key':'x','name':'🙂\\u009fb'}                     | /name | U+009F at 1, which is a control character
          {'type':'topic','id':ID,'key':'x','name':'a\\rb'}                          | /name | U+000D at 1, which is a control character
          {'type':'topic','id':ID,'key':'x','name':'a\\ud800b'}                      | /name | U+D800 at 1, which is half of a character
          {'type':'topic','id':ID,'key':'x','name':'a\\uffffb'}                      | /name | U+FFFF at 1
          {'type':'topic','id':ID,'key':'x','name':' '}                              | /name | nothing in it that can be seen
          {'type':'topic','id':ID,'key':'x','name':'\\u200b\\u3000\\t'}              | /name | nothing in it that can be seen
          {'type':'participant','id':ID,'key':'x','name':'X','sameAs':['https://a.example/','https://a^b']} | /sameAs/1 | not an address of the web
          {'type':'event','id':ID,'key':'x','title':'X','date':'0000'}               | /date | years are 0001 to 9999
          ACCOUNT,'url':'http://?x'}]}                                               | /accounts/0/url | not an address of the web
          ACCOUNT,'publishedOn':'0000-01-01'}]}                                      | /accounts/0/publishedOn | not a day
          ACCOUNT,'statements':[QUOTED,'quotations':[{'id':ID,'words':'word','start':4294967298,'end':4294967302}]}]}]} | /accounts/0/statements/0/quotations/0/start | maximum
          ACCOUNT,'statements':[QUOTED,'quotations':[{'id':ID,'words':'A word.','start':0,'end':7}]}]}]} | /accounts/0/statements/0/mode | the statement is DIRECT
          ACCOUNT,'statements':[DIRECT,'quotations':[{'id':ID,'words':'word','start':2,'end':6}]}]}]} | /accounts/0/statements/0/mode | the statement is MIXED
          {'type':'participant','id':ID,'key':'x','name':'X','party':'XX'}           | /party | no party with the key "XX"
          {'type':'event','id':ID,'key':'x','title':'X','date':'2021-02-30'}         | /date | 2021-02 has the days 01 to 28
          {'type':'event','id':ID,'key':'x','title':'X','date':'2021','topics':['cop26','nothing']} | /topics/1 | no topic
          MEETING,'initiator':'CN'}                                                  | /initiator | initiative
          MEETING,'event':'nothing'}                                                 | /event | no event
          MEETING,'participations':[{'id':ID,'participant':'wang-yi','party':'CN'},{'id':ID,'participant':'wang-yi','party':'CN'}]} | /participations/1/participant | already takes part
          MEETING,'participations':[{'id':ID,'participant':'nobody','party':'CN'}]}  | /participations/0/participant | no participant
          MEETING,'participations':[{'id':ID,'participant':'wang-yi'}]}              | /participations/0 | party
          ACCOUNT,'publishedOn':'2021-02-29'}]}                                      | /accounts/0/publishedOn | not a day
          ACCOUNT,'side':'XX'}]}                                                     | /accounts/0/side | no party
          ACCOUNT,'statements':[{'id':ID,'key':'s','speakers':[{}],'act':'STATE','mode':'INDIRECT','text':'T'}]}]} | /accounts/0/statements/0/speakers/0 | is to be one of both
          ACCOUNT,'statements':[{'id':ID,'key':'s','speakers':[{'party':'CN','participant':'wang-yi'}],'act':'STATE','mode':'INDIRECT','text':'T'}]}]} | /accounts/0/statements/0/speakers/0 | is to be one of both
          ACCOUNT,'statements':[{'id':ID,'key':'s','speakers':[],'act':'STATE','mode':'INDIRECT','text':'T'}]}]} | /accounts/0/statements/0/speakers | at least 1
          ACCOUNT,'statements':[{'id':ID,'key':'s','speakers':[{'party':'CN'},{'party':'CN'}],'act':'STATE','mode':'INDIRECT','text':'T'}]}]} | /accounts/0/statements/0/speakers | unique
          ACCOUNT,'statements':[{'id':ID,'key':'s','speakers':[{'party':'CN'},{'party':'XX'}],'act':'STATE','mode':'INDIRECT','text':'T'}]}]} | /accounts/0/statements/0/speakers/1/party | no party
          {'type':'topic','id':ID,'key':'x','name':'X','otherNames':[{'name':'Y','language':'no language'}]} | /otherNames/0/language | has not this form: Its language
          {'type':'topic','id':ID,'key':'x','name':'X','otherNames':[{'language':'zh'}]} | /otherNames/0 | name
          {'type':'topic','id':ID,'key':'x','name':'X','sameAs':['https://a^b']}     | /sameAs/0 | not an address of the web
          {'type':'event','id':ID,'key':'x','title':'X','date':'2021-09-01T10:00:00'} | /date | with its offset
          {'type':'event','id':ID,'key':'x','title':'X','date':'2021-09-01T10:00:00Z/2021-09-02'} | /date | without times
          ACCOUNT,'statements':[SAID,'reportedIn':'s'}]}]}                           | /accounts/0/statements/0/reportedIn | stands before
          ACCOUNT,'statements':[SAID,'mode':'DIRECT'}]}]}                            | | Duplicate
          ACCOUNT,'statements':[SAID},SAID}]}]}                                      | /accounts/0/statements/1/key | earlier statement
          ACCOUNT,'statements':[SAID,'quotations':[{'id':ID,'words':'word','start':2,'end':6}]}]}]} | /accounts/0/statements/0/mode | DIRECT or MIXED
          ACCOUNT,'statements':[QUOTED,'quotations':[]}]}]}                          | /accounts/0/statements/0/mode | without quotations
          ACCOUNT,'statements':[QUOTED,'quotations':[{'id':ID,'words':'word','start':2,'end':7}]}]}]} | /accounts/0/statements/0/quotations/0/words | not "word"
          ACCOUNT,'statements':[QUOTED,'quotations':[{'id':ID,'words':'word','start':2,'end':99}]}]}]} | /accounts/0/statements/0/quotations/0/end | not inside
          ACCOUNT,'statements':[QUOTED,'quotations':[{'id':ID,'words':'word','start':2,'end':6},{'id':ID,'words':'rd','start':4,'end':6}]}]}]} | /accounts/0/statements/0/quotations/1/start | do not overlap
          ACCOUNT,'statements':[SAID,'anchor':{'exact':'word','start':2,'end':6}}]}]} | /accounts/0/statements/0/anchor/exact | no "text"
          ACCOUNT,'text':'🙂 word','statements':[SAID,'anchor':{'exact':'word','start':3,'end':7}}]}]} | /accounts/0/statements/0/anchor/end | not inside
          ACCOUNT,'text':'🙂 word','statements':[SAID,'anchor':{'exact':'Word','start':2,'end':6}}]}]} | /accounts/0/statements/0/anchor/exact | has "word" from 2 to 6
          ACCOUNT,'text':'🙂 word','statements':[SAID,'anchor':{'exact':'word','start':6,'end':6}}]}]} | /accounts/0/statements/0/anchor/end | not inside
          ACCOUNT,'text':'🙂 word','statements':[SAID,'anchor':{'exact':'word','start':2}}]}]} | /accounts/0/statements/0/anchor | end
          ACCOUNT,'statements':[SAID}]}],'links':[{'id':ID,'kind':'CORROBORATES','statements':['s','t']}]} | /links/0/statements/1 | not the key
          ACCOUNT,'statements':[SAID},{'id':ID,'key':'t','speakers':[{'party':'CN'}],'act':'STATE','mode':'INDIRECT','text':'T'}]}],'links':[{'id':ID,'kind':'CORROBORATES','statements':['s','t']}]} | /links/0/statements | of one account
          """)
  void aFaultIsNamedWithItsLineItsPlaceAndItsReason(String line, String path, String reason) {
    String document = "{'type':'topic','id':ID,'key':'fine-1','name':'Fine'}\n\n" + line + "\n";
    List<Fault> faults = faultsOf(document);
    assertTrue(
        faults.stream()
            .anyMatch(
                fault ->
                    fault.line() == 3
                        && fault.path().equals(path == null ? "" : path)
                        && fault.reason().contains(reason)),
        faults.toString());
    assertNothingLoaded();
  }

  /** Who names what a line with a fault would have recorded has made no mistake. */
  @Test
  void aFaultIsNotToldAgainOfEveryLineThatNamesIt() {
    List<Fault> faults =
        faultsOf(
            """
            {'type':'party','id':ID,'key':'wrong','name':'Wrong','kind':'STATE','sameAs':['nowhere']}
            {'type':'participant','id':ID,'key':'right','name':'Right','party':'wrong'}
            """);
    assertEquals(List.of(1), faults.stream().map(Fault::line).distinct().toList());
    assertNothingLoaded();
  }

  @Test
  void linesMayStandInAnyOrder() {
    String key = "any-order-" + IDS.incrementAndGet();
    List<String> lines =
        new ArrayList<>(
            List.of(
                "{'type':'party','key':'KEY-p','name':'P','kind':'STATE'}",
                "{'type':'topic','key':'KEY-t','name':'T'}",
                "{'type':'participant','key':'KEY-q','name':'Q','party':'KEY-p'}",
                "{'type':'event','key':'KEY-e','title':'E','date':'2021','host':'KEY-p','topics':['KEY-t']}",
                "{'type':'meeting','key':'KEY-m','title':'M','date':'2021','status':'HELD','format':'PHONE',"
                    + "'event':'KEY-e','participations':[{'participant':'KEY-q','party':'KEY-p'}]}"));
    Collections.reverse(lines);
    String document = String.join("\n", lines).replace("KEY", key).replace('\'', '"');
    assertEquals(6, Documents.load(loader, document).changes());
    assertEquals(0, Documents.load(loader, document).changes());
    assertEquals(
        key + "-q",
        GraphqlClient.data(
                "query($key: String!) { meeting(key: $key) { participations { participant { key } } } }",
                "key",
                key + "-m")
            .at("/meeting/participations/0/participant/key")
            .asText());
  }

  /** Each at its own line, in the order of the lines, and none because of another. */
  @Test
  void faultsOfLinesInAnyOrderAreToldOnce() {
    List<Fault> faults =
        faultsOf(
            """
            {'type':'participant','id':ID,'key':'right','name':'Right','party':'wrong'}
            {'type':'participant','id':ID,'key':'lost','name':'Lost','party':'nowhere'}
            {'type':'event','id':ID,'key':'later','title':'X','date':'2021','host':'twice'}
            {'type':'party','id':ID,'key':'wrong','name':'Wrong','kind':'STATE','sameAs':['nowhere']}
            {'type':'party','id':ID,'key':'twice','name':'Twice','kind':'STATE'}
            {'type':'party','id':ID,'key':'twice','name':'Twice','kind':'STATE'}
            """);
    assertEquals(
        List.of("2/party", "4/sameAs/0", "6/key"),
        faults.stream().map(fault -> fault.line() + fault.path()).toList());
    assertNothingLoaded();
  }

  /** Nothing of the first is written, which names what will not be there. */
  @Test
  void whatNamesALineWithFaultsIsNotWritten() {
    List<Fault> faults =
        faultsOf(
            """
            {'type':'meeting','id':ID,'key':'first','title':'M','date':'2021','status':'HELD','format':'PHONE','event':'second'}
            {'type':'event','id':ID,'key':'second','title':'X','date':'2021','host':'nowhere'}
            """);
    assertEquals(
        List.of("2/host"), faults.stream().map(fault -> fault.line() + fault.path()).toList());
    assertNothingLoaded();
  }

  @Test
  void aTrialTellsWhatWouldBeAndWritesNothing() {
    String topic = "{\"type\":\"topic\",\"key\":\"only-tried\",\"name\":\"Tried\"}\n";
    List<Integer> read = new ArrayList<>();
    DocumentLoader.Loaded tried =
        loader.load(
            stream(topic + topic.replace("tried", "too")),
            "",
            true,
            null,
            LoadMode.TRIAL,
            read::add);
    assertEquals(2, tried.changes());
    assertEquals(List.of(1, 2), read);
    assertTrue(GraphqlClient.data("{ topic(key: \"only-tried\") { key } }").path("topic").isNull());
  }

  @Test
  void allFaultsAreToldAndNothingIsLoaded() {
    List<Fault> faults =
        faultsOf(
            """
            {'type':'topic','id':ID,'key':'fine-1','name':'Fine'}
            {'type':'topic','id':ID,'key':'no good','name':''}
            {'type':'participant','id':ID,'key':'fine-2','name':'X','party':'XX'}
            {'type':'event','id':ID,'key':'fine-3','title':'X','date':'soon','host':'YY','topics':['fine-1','ZZ']}
            """);
    assertEquals(
        List.of("2/key", "2/name", "3/party", "4/date", "4/host", "4/topics/1"),
        faults.stream().map(fault -> fault.line() + fault.path()).sorted().toList());
    assertNothingLoaded();
  }

  /**
   * The rules are checked in all of a line that has its form, and what has not brings no fault of
   * the rules with it.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MEETING,'place':'','event':'nothing'}                                       | /event /place
          {'type':'meeting','title':'M','date':'2021-13','status':'MAYBE','format':'PHONE','initiative':'NO','initiator':'CN'} | /date /initiative /status
          MEETING,'event':'no key','topics':['nothing',1]}                           | /event /topics/0 /topics/1
          MEETING,'participations':[{'participant':'wang-yi'},{'participant':'nobody','party':'CN'},7,{'participant':'wang-yi','party':1}]} | /participations/0 /participations/1/participant /participations/2 /participations/3/party
          MEETING,'participations':'none','event':'nothing'}                          | /event /participations
          ACCOUNT,'side':'XX','text':'','statements':[SAID,'anchor':{'exact':'T','start':0,'end':1},'topics':['nothing']}]}]} | /accounts/0/side /accounts/0/statements/0/topics/0 /accounts/0/text
          ACCOUNT,'text':'T','statements':[SAID,'anchor':{'exact':'T','start':-1,'end':1}},SAID2,'anchor':{'exact':'U','start':0,'end':1}}]}]} | /accounts/0/statements/0/anchor/start /accounts/0/statements/1/anchor/exact
          ACCOUNT,'statements':[{'key':'s','speakers':[{'party':'XX'}],'act':'SING','mode':'DIRECT','text':'','quotations':[{'words':'T','start':0,'end':1}]}]}]} | /accounts/0/statements/0/act /accounts/0/statements/0/speakers/0/party /accounts/0/statements/0/text
          ACCOUNT,'statements':[{'key':'s','speakers':[{'party':'CN'}],'act':'STATE','mode':'LOUD','text':'T','quotations':[{'words':'T','start':0}]},SAID2,'reportedIn':'s','addressees':[{}]}]}]} | /accounts/0/statements/0/mode /accounts/0/statements/0/quotations/0 /accounts/0/statements/1/addressees/0
          ACCOUNT,'statements':[SAID,'colour':'red'},5,SAID2,'reportedIn':'nothing'}]}],'links':[{'kind':'CORROBORATES','statements':['s','t']}]} | /accounts/0/statements/0 /accounts/0/statements/1 /accounts/0/statements/2/reportedIn /links/0/statements
          ACCOUNT,'statements':[SAID},SAID2}]}],'links':[{'kind':'CORROBORATES','statements':['s']},{'kind':'CORROBORATES','statements':['s','t']},{'kind':'NONE','statements':['s','u']}]} | /links/0/statements /links/1/statements /links/2/kind /links/2/statements/1
          ACCOUNT,'statements':{}}],'links':[{'kind':'CORROBORATES','statements':['s','t']}],'event':'nothing'} | /accounts/0/statements /event
          """)
  void aFaultOfFormHidesNoOther(String line, String places) {
    assertEquals(
        List.of(places.split(" ", -1)),
        faultsOf(line.replace("SAID2", SAID.replace("'s'", "'t'"))).stream()
            .map(Fault::path)
            .sorted()
            .toList());
    assertNothingLoaded();
  }

  /** Also those beside what has not the form of a line. */
  @Test
  void aWrongDateBesideAMissingKindIsToldToo() {
    assertEquals(
        List.of("/accounts/0", "/accounts/0/publishedOn", "/date"),
        faultsOf(
                ACCOUNT.replace("'2021'", "'2021-13'").replace(",'kind':'TRANSCRIPT'", "")
                    + ",'publishedOn':'2021-02-29'}]}")
            .stream()
            .map(Fault::path)
            .sorted()
            .toList());
  }

  /** As an editor on Windows writes it: a line that ends so ends as everywhere else. */
  @Test
  void linesOfATextEndAlike() {
    String key = "lines-" + IDS.incrementAndGet();
    loadNamed(
        key,
        "ACCOUNT,'text':'A\\r\\nword.\\r\\n','statements':[SAID,'anchor':{'exact':'word','start':2,'end':6}}]}]}\n"
            .replace("ACCOUNT", ACCOUNT)
            .replace("SAID", SAID));
    assertEquals(
        "A\nword.\n",
        GraphqlClient.data(
                "query($key: String!) { account(key: $key) { text } }", "key", key + "-a")
            .at("/account/text")
            .asText());
  }

  /** At its own line, and with the faults of those after it. */
  @Test
  void whatIsNotUtf8OrTooLongIsToldSo() throws IOException {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    document.write("\n".repeat(100).getBytes(StandardCharsets.UTF_8));
    document.write(
        "{\"type\":\"topic\",\"name\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    document.write((" ".repeat(10_000_001) + "\n{}\n").getBytes(StandardCharsets.UTF_8));
    FaultyDocumentException refused =
        assertThrows(
            FaultyDocumentException.class,
            () -> Documents.load(loader, new ByteArrayInputStream(document.toByteArray())));
    assertEquals(
        List.of(
            "line 101: is not UTF-8.",
            "line 102: has more than 10,000,000 bytes: a line is one thing.",
            "line 103: required property 'type' not found."),
        refused.faults().all().stream().map(Fault::toString).toList());
  }

  @Test
  void aMillionFaultsAreNotAllKept() {
    FaultyDocumentException refused =
        assertThrows(
            FaultyDocumentException.class,
            () -> Documents.load(loader, stream("{}\n".repeat(3000))));
    assertEquals(1000, refused.faults().all().size());
    assertEquals("and 2,000 more.", refused.faults().ofMore());
    assertTrue(String.valueOf(refused.getMessage()).endsWith("\nand 2,000 more."));
  }

  @Test
  void linesWithFaultsAreLeftOutWithWhatNamesThem() {
    String document =
        """
        {"type":"participant","key":"left-x","name":"X","party":"left-a"}
        {"type":"party","key":"left-a","name":"A","kind":"NEITHER"}
        {"type":"party","key":"left-b","name":"B","kind":"STATE"}
        {"type":"participant","key":"left-y","name":"Y","party":"left-b"}
        {"type":"event","key":"left-e","title":"E","date":"soon"}
        {"type":"event","key":"left-f","title":"F","date":"1950","host":"left-b"}
        no line
        {"type":"topic","key":"left-t","name":"T"}
        """;
    DocumentLoader.Loaded loaded =
        loader.load(stream(document), "test", true, null, LoadMode.PARTIAL, line -> {});
    assertEquals(List.of(1, 2, 5, 7), loaded.refused().all().stream().map(Fault::line).toList());
    assertEquals(8, loaded.lines());
    assertEquals(4, loaded.leftOut());
    assertEquals(4, loaded.changes());
    JsonNode found =
        GraphqlClient.data(
            "{ party(key: \"left-a\") { key } b: party(key: \"left-b\") { key } participant(key: \"left-x\") { key } y: participant(key: \"left-y\") { party { key } } event(key: \"left-e\") { key } f: event(key: \"left-f\") { key } topic(key: \"left-t\") { key history { nodes { revision { number } } } } }");
    for (String absent : List.of("party", "participant", "event")) {
      assertTrue(found.path(absent).isNull(), found.toString());
    }
    for (String there : List.of("b", "y", "f", "topic")) {
      assertTrue(found.path(there).isObject(), found.toString());
    }
    assertEquals(loaded.revision(), found.at("/topic/history/nodes/0/revision/number").asInt());
  }

  /** Offsets count code points: a character outside the basic plane is one. */
  @Test
  void quotationsAreCountedInCodePoints() {
    String key = "emoji-" + IDS.incrementAndGet();
    loadNamed(
        key,
        "ACCOUNT,'statements':[QUOTED,'quotations':[{'id':ID,'words':'\uD83C\uDF0D word','start':2,'end':8}]}]}]}\n"
            .replace("ACCOUNT", ACCOUNT)
            .replace("QUOTED", QUOTED.replace("'A word.'", "'A \uD83C\uDF0D word.'")));
    JsonNode quotation =
        GraphqlClient.data(
                "query($key: String!) { statement(key: $key) { quotations { words start end } } }",
                "key",
                key + "-s")
            .at("/statement/quotations/0");
    assertEquals("\uD83C\uDF0D word", quotation.path("words").asText());
    assertEquals(2, quotation.path("start").asInt());
    assertEquals(8, quotation.path("end").asInt());
  }

  /** What repeats is looked at without a stack as deep as it is long. */
  @Test
  void whatRepeatsForLongIsAFaultOrATextLikeAnother() {
    String key = "zz-repeats-" + IDS.incrementAndGet();
    String parts = "a" + "-a".repeat(20_000);
    String line =
        "{'type':'topic','key':'KEY','name':'X','otherNames':[{'name':'Y','language':'LANGUAGE'}]}";
    assertEquals(
        List.of("/key", "/otherNames/0/language"),
        faultsOf(lines(key, line.replace("KEY", parts).replace("LANGUAGE", "a" + parts))).stream()
            .map(Fault::path)
            .distinct()
            .sorted()
            .toList());
    assertEquals(
        List.of("/party"),
        faultsOf(
                lines(
                    key,
                    "{'type':'participant','key':'KEY','name':'X','party':'P'}"
                        .replace("'P'", "'" + parts + "'")))
            .stream()
            .map(Fault::path)
            .distinct()
            .toList());
    String dotted = "d" + ".d".repeat(2_400);
    loadSaid(key, dotted);
    assertEquals(
        key + "-s",
        GraphqlClient.data(
                "query($key: String!) { statement(key: $key) { key } }", "key", key + "-s")
            .at("/statement/key")
            .asText());
  }

  /** Each place of a line is looked at once. */
  @Test
  void aLineMayHaveVeryManyFaults() {
    String statements = joined(1000, ",", "{}");
    String accounts = joined(20, ",", "{'kind':'OTHER','statements':[STATEMENTS]}");
    String line =
        "{'type':'meeting','key':'zz-faulty','title':'T','date':'2021','status':'HELD','format':'PHONE','accounts':[ACCOUNTS]}"
            .replace("ACCOUNTS", accounts)
            .replace("STATEMENTS", statements);
    assertEquals(1000, faultsOf(line.replace('\'', '"')).size());
  }

  /** A number is whole however it is written. */
  @Test
  void aWholeNumberMayHaveAPoint() {
    String key = "whole-" + IDS.incrementAndGet();
    loadNamed(
        key,
        "ACCOUNT,'statements':[QUOTED,'quotations':[{'words':'word','start':2.0,'end':6.0}]}]}]}\n"
            .replace("ACCOUNT", ACCOUNT)
            .replace("QUOTED", QUOTED));
    assertEquals(
        "{\"start\":2,\"end\":6}",
        GraphqlClient.data(
                "query($key: String!) { statement(key: $key) { quotations { start end } } }",
                "key",
                key + "-s")
            .at("/statement/quotations/0")
            .toString());
  }

  /** H2 counts UTF-16 units: the longest text that the format allows must fit all the same. */
  @Test
  void theLongestTextFits() {
    String key = "long-" + IDS.incrementAndGet();
    String text = "\uD83C\uDF0D".repeat(5000);
    loadSaid(key, text);
    assertEquals(
        text,
        GraphqlClient.data(
                "query($key: String!) { statement(key: $key) { text } }", "key", key + "-s")
            .at("/statement/text")
            .asText());
  }

  /** Loads a statement with this text. */
  private void loadSaid(String key, String text) {
    loadNamed(
        key, (ACCOUNT + ",'statements':[" + SAID + "}]}]}\n").replace("'T'", "'" + text + "'"));
  }

  /** Rows are on their way, on another thread, while what comes after them asks the database. */
  @Test
  void linesBehindManyOthersAreLoadedWithThem() {
    String key = "zz-many-" + IDS.incrementAndGet();
    Documents.load(
        loader,
        lines(
            key,
            "{'type':'topic','key':'KEY-amended','name':'Before'}",
            "{'type':'topic','key':'KEY-gone','name':'Gone'}"));
    String last =
        lines(
            key,
            "{'type':'topic','key':'KEY-amended','name':'After'}",
            "{'type':'withdrawal','of':'topic','key':'KEY-gone'}",
            "{'type':'event','key':'KEY-e','title':'E','date':'2021','topics':['KEY-1','KEY-amended']}");
    assertEquals(MANY + 3, Documents.load(loader, topics(key, MANY) + last).changes());
    assertEquals(
        "{\"amended\":{\"name\":\"After\"},\"gone\":null,\"event\":{\"topics\":[{\"name\":\"Topic 1\"},{\"name\":\"After\"}]},\"last\":{\"name\":\"Topic %d\"}}"
            .formatted(MANY),
        GraphqlClient.data(
                ("{ amended: topic(key: \"KEY-amended\") { name } gone: topic(key: \"KEY-gone\") { name }"
                        + " event(key: \"KEY-e\") { topics { name } } last: topic(key: \"KEY-%d\") { name } }")
                    .formatted(MANY)
                    .replace("KEY", key))
            .toString());
    assertEquals(0, Documents.load(loader, topics(key, MANY)).changes());
  }

  @Test
  void manyLinesBeforeAFaultAreNotLoaded() {
    String key = "zz-many-" + IDS.incrementAndGet();
    String document =
        topics(key, MANY) + lines(key, "{'type':'event','key':'KEY-e','title':'E','date':'never'}");
    assertThrows(FaultyDocumentException.class, () -> Documents.load(loader, document));
    assertTrue(
        GraphqlClient.data("{ topic(key: \"%s-1\") { name } }".formatted(key))
            .path("topic")
            .isNull());
    // Its connection is as good as another.
    assertEquals(
        1,
        Documents.load(loader, lines(key, "{'type':'topic','key':'KEY-1','name':'X'}")).changes());
  }

  /** An array of H2 has at most 65,536 values, and a line may have more rows of a kind. */
  @Test
  void aLineMayHaveMoreRowsThanAnArrayTakes() {
    String key = "zz-large-" + IDS.incrementAndGet();
    String named = joined(50, ",", "'KEY-%d'");
    String statements =
        joined(
            660,
            ",",
            "{'key':'KEY-ACCOUNT-%1$d','speakers':[{'party':'CN'}],'act':'STATE','mode':'INDIRECT','text':'T %1$d','topics':[NAMED]}");
    String accounts =
        joined(
            2,
            ",",
            "{'key':'KEY-a%1$d','kind':'MEMOIR','statements':[STATEMENTS]}"
                .replace("STATEMENTS", statements.replace("ACCOUNT", "a%1$d")));
    String meeting =
        "{'type':'meeting','key':'KEY-m','title':'M','date':'2021','status':'HELD','format':'PHONE','accounts':[ACCOUNTS]}"
            .replace("ACCOUNTS", accounts)
            .replace("NAMED", named);
    String document = topics(key, 50) + lines(key, meeting);
    QuarkusTransaction.begin();
    try {
      assertEquals(50 + 1 + 2 + 2 * 660, Documents.load(loader, document).changes());
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  /**
   * Whatever may be taken for a part of an array, or for nothing, in the language of a database.
   */
  @Test
  void textsInListsAreKeptAsTheyAre() {
    String key = "texts-" + IDS.incrementAndGet();
    List<String> texts =
        List.of(
            "NULL",
            "a\"b",
            "a,b",
            "{a}",
            "\\",
            "\\\"",
            "'",
            "a\nb",
            " a ",
            "ARRAY['x']",
            "\uD83C\uDF0D,北京",
            "null");
    String names =
        texts.stream()
            .map(text -> "{\"name\":%s}".formatted(TextNode.valueOf(text)))
            .collect(Collectors.joining(","));
    String line =
        "{\"type\":\"party\",\"key\":\"%s\",\"name\":\"A\",\"kind\":\"STATE\",\"otherNames\":[%s]}"
            .formatted(key, names);
    assertEquals(1, Documents.load(loader, line).changes());
    assertEquals(0, Documents.load(loader, line).changes());
    List<String> found = new ArrayList<>();
    GraphqlClient.data("{ party(key: \"%s\") { otherNames { name language } } }".formatted(key))
        .at("/party/otherNames")
        .forEach(name -> found.add(name.path("name").asText()));
    assertEquals(texts, found);
  }

  /**
   * Twice as many rows: each has its change beside it. Their keys come after those that other tests
   * list.
   */
  private static final int MANY = 1_100;

  private static String topics(String key, int many) {
    return lines(key, joined(many, "\n", "{'type':'topic','key':'KEY-%1$d','name':'Topic %1$d'}"));
  }

  /** As many as that, each with its number. */
  private static String joined(int many, String separator, String each) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(each::formatted)
        .collect(Collectors.joining(separator));
  }

  private static String lines(String key, String... lines) {
    return (String.join("\n", lines) + "\n").replace("KEY", key).replace('\'', '"');
  }

  private static final String MEETING =
      "{'type':'meeting','id':ID,'key':'m','title':'M','date':'2021','status':'HELD','format':'PHONE'";
  private static final String ACCOUNT =
      MEETING + ",'accounts':[{'id':ID,'key':'a','kind':'TRANSCRIPT'";
  private static final String SAID =
      "{'id':ID,'key':'s','speakers':[{'party':'CN'}],'act':'STATE','mode':'INDIRECT','text':'T'";
  private static final String QUOTED =
      "{'id':ID,'key':'s','speakers':[{'party':'CN'}],'act':'STATE','mode':'MIXED','text':'A word.'";

  private List<Fault> faultsOf(String document) {
    String text =
        document
            .replace("MEETING", MEETING)
            .replace("ACCOUNT", ACCOUNT)
            .replace("SAID", SAID.replace("'T'", "'A word.'"))
            .replace("QUOTED", QUOTED)
            .replace("DIRECT,'quotations'", QUOTED.replace("MIXED", "DIRECT") + ",'quotations'");
    FaultyDocumentException refused =
        assertThrows(FaultyDocumentException.class, () -> Documents.load(loader, stream(text)));
    return new ArrayList<>(refused.faults().all());
  }

  /** Loads a meeting, an account and a statement, whose keys begin so. */
  private void loadNamed(String key, String document) {
    Documents.load(
        loader,
        stream(
            document
                .replace("'m'", "'" + key + "'")
                .replace("'a'", "'" + key + "-a'")
                .replace("'s'", "'" + key + "-s'")));
  }

  private static void assertNothingLoaded() {
    assertTrue(
        GraphqlClient.data("{ topic(key: \"fine-1\") { id } }").path("topic").isNull(),
        "a line before the fault was loaded");
  }

  /** Single quotes stand for double ones, and each ID for a new id. */
  private static InputStream stream(String text) {
    StringBuilder json = new StringBuilder();
    String[] parts = text.replace('\'', '"').split(":ID", -1);
    for (int i = 0; i < parts.length; i++) {
      json.append(
              i == 0 ? "" : ":\"0000ffff-0000-7000-8000-%012x\"".formatted(IDS.incrementAndGet()))
          .append(parts[i]);
    }
    return new ByteArrayInputStream(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
