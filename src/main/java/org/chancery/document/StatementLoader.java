package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.account.Account;
import org.chancery.revision.Blackout;
import org.chancery.statement.Addressee;
import org.chancery.statement.Quotation;
import org.chancery.statement.ReportingMode;
import org.chancery.statement.SpeakerLink;
import org.chancery.statement.Statement;
import org.chancery.statement.StatementAct;
import org.chancery.statement.StatementSpeaker;
import org.chancery.statement.StatementTopic;

/** Loads what one statement says: who said it to whom, in which words, about what. */
final class StatementLoader {

  private final LineLoader loader;
  private final KeyResolver known;

  StatementLoader(LineLoader loader, KeyResolver known) {
    this.loader = loader;
    this.known = known;
  }

  void load(Statement statement, Account account, JsonPart part) {
    if (part.has("anchor")) {
      anchor(statement, account, part.part("anchor"));
    }
    loader.writeCarried(
        statement
            .saying(part.text("text"))
            .saidWith(
                part.optionalText("source"),
                part.optionalText("cue"),
                part.choice("act", StatementAct.class),
                part.choice("mode", ReportingMode.class)));
    List<JsonPart> speakers = eachOnce(part, "speakers");
    for (int i = 0; i < speakers.size(); i++) {
      loader.writeCarried(new StatementSpeaker(statement, i + 1, speaker(speakers.get(i))));
    }
    List<JsonPart> addressees = eachOnce(part, "addressees");
    for (int i = 0; i < addressees.size(); i++) {
      loader.writeCarried(new Addressee(statement.uuid(), i + 1, speaker(addressees.get(i))));
    }
    List<UUID> topics = known.findAll(RecordType.TOPIC, part, "topics");
    for (int i = 0; i < topics.size(); i++) {
      loader.writeCarried(new StatementTopic(statement.uuid(), topics.get(i), i + 1));
    }
    loadQuotations(statement, part);
  }

  /** Two that the document names can be one by now. */
  private static List<JsonPart> eachOnce(JsonPart part, String list) {
    List<JsonPart> all = part.parts(list);
    Set<JsonNode> named = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      JsonPart one = all.get(i);
      if (!named.add(one.node())) {
        part.fault(
            list + "/" + i,
            "\"%s\" stands there already, by this key or by one that was merged into it."
                .formatted(one.has("participant") ? one.text("participant") : one.text("party")));
      }
    }
    return all;
  }

  /** The anchor has to stand in the account's text, letter by letter. */
  private static void anchor(Statement statement, Account account, JsonPart anchor) {
    String text = account.getText();
    Integer length = account.textLength();
    if (text == null || length == null) {
      anchor.fault("exact", "The account has no \"text\" that a statement could stand in.");
      return;
    }
    int start = anchor.number("start");
    int end = anchor.number("end");
    if (start >= end || end > length) {
      anchor.fault(
          "end",
          "What stands from %d to %d is not inside the account's text, which has %d characters."
              .formatted(start, end, length));
      return;
    }
    String exact = Quotation.cutFrom(text, start, end);
    if (!exact.equals(anchor.text("exact"))) {
      anchor.fault(
          "exact",
          "The account's text has \"%s\" from %d to %d, not \"%s\"."
              .formatted(exact, start, end, anchor.text("exact")));
      return;
    }
    statement.anchoredIn(account, start, end);
  }

  private SpeakerLink speaker(JsonPart part) {
    return part.has("participant")
        ? SpeakerLink.participant(known.find(RecordType.PARTICIPANT, part, "participant"))
        : SpeakerLink.party(known.find(RecordType.PARTY, part, "party"));
  }

  private void loadQuotations(Statement statement, JsonPart part) {
    int from = 0;
    for (JsonPart quotation : part.parts("quotations")) {
      known.declareQuotation(quotation);
      if (stands(quotation, part.text("text"), from)) {
        from = quotation.number("end");
        loader.writeCarried(
            new Quotation(
                quotation.id(), statement, quotation.number("start"), quotation.number("end")));
      }
    }
    checkMode(part);
  }

  /** Whether the words stand where the quotation says, after the one before. */
  private static boolean stands(JsonPart quotation, String text, int from) {
    int start = quotation.number("start");
    int end = quotation.number("end");
    int length = text.codePointCount(0, text.length());
    if (start >= end || end > length) {
      quotation.fault(
          "end",
          "The words from %d to %d are not inside the text, which has %d characters."
              .formatted(start, end, length));
      return false;
    }
    if (start < from) {
      quotation.fault(
          "start",
          "Quotations stand in their order and do not overlap; the one before ends at %d."
              .formatted(from));
      return false;
    }
    String words = Quotation.cutFrom(text, start, end);
    if (!words.equals(quotation.text("words"))) {
      quotation.fault(
          "words",
          "The text has \"%s\" from %d to %d, not \"%s\"."
              .formatted(words, start, end, quotation.text("words")));
      return false;
    }
    return true;
  }

  private static void checkMode(JsonPart part) {
    ReportingMode mode = part.choice("mode", ReportingMode.class);
    List<JsonPart> quotations = part.parts("quotations");
    if (quotations.isEmpty()) {
      if (mode != ReportingMode.INDIRECT) {
        part.fault("mode", "A statement without quotations is INDIRECT.");
      }
    } else if (mode == ReportingMode.INDIRECT) {
      part.fault("mode", "A statement with quotations is DIRECT or MIXED.");
    } else {
      Unquoted unquoted = Unquoted.of(part.text("text"), quotations);
      if (mode == ReportingMode.DIRECT && unquoted.hasWords()) {
        part.fault("mode", "A part of the text is not quoted: the statement is MIXED.");
      } else if (mode == ReportingMode.MIXED && !unquoted.hasWords() && !unquoted.wasErased()) {
        part.fault("mode", "All of the text is quoted: the statement is DIRECT.");
      }
    }
  }

  /**
   * What of a text stands outside of quotations.
   *
   * @param hasWords whether there is a letter or a digit
   * @param wasErased whether something was erased, of which nobody knows any more what it was
   */
  private record Unquoted(boolean hasWords, boolean wasErased) {

    static Unquoted of(String text, List<JsonPart> quotations) {
      int[] points = text.codePoints().toArray();
      BitSet erased = Blackout.erasedIn(text);
      BitSet outside = new BitSet();
      outside.set(0, points.length);
      quotations.forEach(
          one ->
              outside.clear(
                  Math.min(one.number("start"), points.length),
                  Math.min(Math.max(one.number("start"), one.number("end")), points.length)));
      return new Unquoted(
          outside.stream().anyMatch(at -> !erased.get(at) && Character.isLetterOrDigit(points[at])),
          outside.intersects(erased));
    }
  }
}
