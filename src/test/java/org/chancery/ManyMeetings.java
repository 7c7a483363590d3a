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
          ("{'type':'party','id':'%s','key':'%s-%s','name':'Party %s','kind':'STATE'}")
              .formatted(id(), prefix, party, party));
    }
    line(("{'type':'topic','id':'%s','key':'%s-topic','name':'Topic'}").formatted(id(), prefix));
    for (int i = 0; i < 10; i++) {
      line(
          ("{'type':'participant','id':'%s','key':'%s-person-%d','name':'Person %d','party':'%s-%s'}")
              .formatted(id(), prefix, i, i, prefix, i % 2 == 0 ? "A" : "B"));
    }
  }

  private void meeting(int number) {
    String key = prefix + "-meeting-" + number;
    StringBuilder accounts = new StringBuilder();
    for (int account = 0; account < 2; account++) {
      accounts.append(account == 0 ? "" : ",").append(account(key + "-" + account, number));
    }
    line(
        ("{'type':'meeting','id':'%s','key':'%s','title':'Meeting %d','date':'20%02d-%02d-%02d','status':'HELD',"
                + "'format':'PHONE','topics':['%s-topic'],'participations':[%s,%s],'accounts':[%s]}")
            .formatted(
                id(),
                key,
                number,
                number / 336,
                1 + number / 28 % 12,
                1 + number % 28,
                prefix,
                participation(number % 5 * 2, "A"),
                participation(number % 5 * 2 + 1, "B"),
                accounts));
  }

  private String participation(int person, String party) {
    return "{'id':'%s','participant':'%s-person-%d','party':'%s-%s','offices':['Minister']}"
        .formatted(id(), prefix, person, prefix, party);
  }

  private String account(String key, int meeting) {
    StringBuilder statements = new StringBuilder();
    for (int i = 0; i < STATEMENTS_PER_ACCOUNT; i++) {
      statements
          .append(i == 0 ? "" : ",")
          .append(
              "{'id':'%s','key':'%s-%d','speaker':{%s},'act':'STATE','mode':'INDIRECT','text':'Statement %d.','topics':['%s-topic']}"
                  .formatted(
                      id(),
                      key,
                      i,
                      i == 0
                          ? "'party':'" + prefix + "-A'"
                          : "'participant':'" + prefix + "-person-" + (meeting + i) % 10 + "'",
                      i,
                      prefix));
    }
    return "{'id':'%s','key':'%s','kind':'PRESS_REPORT','statements':[%s]}"
        .formatted(id(), key, statements);
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
