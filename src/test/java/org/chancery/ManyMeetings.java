package org.chancery;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A document of made-up meetings, as many as a test needs, each with people, two accounts and
 * statements.
 */
public final class ManyMeetings {

  private static final int STATEMENTS_PER_ACCOUNT = 7;

  /** Which statement the party B says together with the account's person. */
  private static final int TOGETHER = 2;

  private final StringBuilder lines = new StringBuilder();
  private final String prefix;
  private int ids;

  private ManyMeetings(String prefix) {
    this.prefix = prefix;
  }

  /**
   * A document with its own parties, people and topic, and these meetings.
   *
   * @param prefix begins all its keys, so that several documents go into one record
   */
  public static InputStream document(String prefix, int meetings) {
    ManyMeetings document = new ManyMeetings(prefix);
    document.people();
    for (int i = 0; i < meetings; i++) {
      document.meeting(i);
    }
    return new ByteArrayInputStream(document.lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void people() {
    for (String party : new String[] {"A", "B"}) {
      line(
          "{'type':'party','id':'%s','key':'%s-%s','name':'Party %s','kind':'STATE'}"
              .formatted(id(), prefix, party, party));
    }
    line("{'type':'topic','id':'%s','key':'%s-topic','name':'Topic'}".formatted(id(), prefix));
    line(
        "{'type':'event','id':'%s','key':'%s-event','title':'Event','date':'20XX'}"
            .formatted(id(), prefix));
    for (int i = 0; i < 10; i++) {
      line(
          "{'type':'participant','id':'%s','key':'%s-person-%d','name':'Person %d','party':'%s-%s'}"
              .formatted(id(), prefix, i, i, prefix, i % 2 == 0 ? "A" : "B"));
    }
  }

  /** All alike, so that what a query of one of them takes can be compared with what fifty take. */
  private void meeting(int number) {
    String key = prefix + "-meeting-" + number;
    int person = number % 5 * 2;
    line(
        "{'type':'meeting','id':'%s','key':'%s','title':'Meeting %d','date':'20%02d-%02d-%02d','status':'HELD','format':'PHONE'"
                .formatted(id(), key, number, number / 336, 1 + number / 28 % 12, 1 + number % 28)
            + ",'initiative':'REQUEST','initiator':'%1$s-A','event':'%1$s-event','topics':['%1$s-topic']"
                .formatted(prefix)
            + ",'participations':[%s,%s]"
                .formatted(participation(person, "A"), participation(person + 1, "B"))
            + ",'accounts':[%s,%s]"
                .formatted(account(key + "-0", person, "A"), account(key + "-1", person + 1, "B"))
            + ",'links':[{'id':'%s','kind':'CORROBORATES','statements':['%s-0-1','%s-1-1']}]}"
                .formatted(id(), key, key));
  }

  private String participation(int person, String party) {
    return "{'id':'%s','participant':'%s-person-%d','party':'%s-%s','onBehalfOf':'%s-A','offices':['Minister']}"
        .formatted(id(), prefix, person, prefix, party, prefix);
  }

  /**
   * One side's account, in which it speaks: first the party, then its person, once together with B.
   */
  private String account(String key, int person, String party) {
    String speaker = "'participant':'%s-person-%d'".formatted(prefix, person);
    StringBuilder statements =
        new StringBuilder(statement(key, 0, "'party':'" + prefix + "-" + party + "'", ""));
    for (int i = 1; i < STATEMENTS_PER_ACCOUNT; i++) {
      String together = i == TOGETHER ? speaker + "},{'party':'" + prefix + "-B'" : speaker;
      statements.append(',').append(statement(key, i, together, ",'reportedIn':'" + key + "-0'"));
    }
    return "{'id':'%s','key':'%s','kind':'PRESS_REPORT','side':'%s-%s','statements':[%s]}"
        .formatted(id(), key, prefix, party, statements);
  }

  private String statement(String key, int number, String speaker, String more) {
    return ("{'id':'%s','key':'%s-%d','speakers':[{%s}],'act':'STATE','mode':'MIXED','text':'A word.'"
            + ",'addressees':[{'party':'%s-B'},{'participant':'%s-person-0'}],'topics':['%s-topic']"
            + ",'quotations':[{'id':'%s','words':'word','start':2,'end':6}]%s}")
        .formatted(id(), key, number, speaker, prefix, prefix, prefix, id(), more);
  }

  /** Takes single quotes, because JSON's own are hard to read in Java. */
  private void line(String json) {
    lines.append(json.replace('\'', '"')).append('\n');
  }

  /** The version and variant bits of UUID version 7; the rest tells prefixes and things apart. */
  private UUID id() {
    long ofPrefix = (prefix.hashCode() & 0x7fffffffL) << 16;
    return new UUID(ofPrefix | 0x7000L, 0x8000_0000_0000_0000L | ++ids);
  }
}
