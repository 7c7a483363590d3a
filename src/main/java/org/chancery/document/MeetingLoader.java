package org.chancery.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.account.Account;
import org.chancery.meeting.AccountKind;
import org.chancery.meeting.Attendance;
import org.chancery.meeting.Initiative;
import org.chancery.meeting.Meeting;
import org.chancery.meeting.MeetingFormat;
import org.chancery.meeting.MeetingStatus;
import org.chancery.meeting.MeetingTopic;
import org.chancery.meeting.Participation;
import org.chancery.meeting.ParticipationRole;
import org.chancery.revision.ThingKind;
import org.chancery.statement.LinkKind;
import org.chancery.statement.Statement;
import org.chancery.statement.StatementPair;
import org.jspecify.annotations.Nullable;

/** Loads the line of one meeting, with all that it carries. */
final class MeetingLoader {

  private final LineLoader loader;
  private final KeyResolver known;
  private final JsonPart line;

  /** The meeting's statements so far, with their accounts, by key. */
  private final Map<String, ParsedStatement> parsed = new HashMap<>();

  private record ParsedStatement(Account account, Statement statement) {}

  MeetingLoader(LineLoader loader, KeyResolver known, JsonPart line) {
    this.loader = loader;
    this.known = known;
    this.line = line;
  }

  void load() {
    known.declare(RecordType.MEETING, line);
    if (line.has("initiator") && !line.has("initiative")) {
      line.fault("initiator", "needs an \"initiative\": INVITATION or REQUEST.");
    }
    Meeting meeting =
        new Meeting(
                loader.identityOfLine(line),
                line.text("title"),
                line.date("date"),
                line.choice("status", MeetingStatus.class),
                line.choice("format", MeetingFormat.class))
            .heldAt(line.optionalText("place"))
            .cameAbout(
                line.optionalChoice("initiative", Initiative.class),
                known.findOptional(RecordType.PARTY, line, "initiator"))
            .partOf(known.findOptional(RecordType.EVENT, line, "event"));
    loader.writeLine(RecordType.MEETING, meeting);
    List<UUID> topics = known.findAll(RecordType.TOPIC, line, "topics");
    for (int i = 0; i < topics.size(); i++) {
      loader.write(new MeetingTopic(meeting.uuid(), topics.get(i), i + 1));
    }
    loadParticipations(meeting);
    loadAccounts(meeting);
    loadLinks();
  }

  private void loadParticipations(Meeting meeting) {
    Set<String> present = new HashSet<>();
    List<JsonPart> parts = line.parts("participations");
    for (int i = 0; i < parts.size(); i++) {
      JsonPart part = parts.get(i);
      if (!present.add(part.text("participant") + " for " + part.text("party"))) {
        part.fault(
            "participant",
            "\"%s\" already takes part for \"%s\": give all offices in one participation."
                .formatted(part.text("participant"), part.text("party")));
      }
      known.declareId(ThingKind.PARTICIPATION, part);
      loader.writeCarried(
          new Participation(
                  part.id(),
                  meeting,
                  i + 1,
                  known.find(RecordType.PARTICIPANT, part, "participant"),
                  known.find(RecordType.PARTY, part, "party"),
                  known.findOptional(RecordType.PARTY, part, "onBehalfOf"),
                  part.texts("offices"))
              .attended(
                  part.optionalChoice("role", ParticipationRole.class),
                  part.optionalChoice("attendance", Attendance.class),
                  part.optionalText("joinedFrom")));
    }
  }

  private void loadAccounts(Meeting meeting) {
    List<JsonPart> parts = line.parts("accounts");
    for (int i = 0; i < parts.size(); i++) {
      JsonPart part = parts.get(i);
      known.declare(RecordType.ACCOUNT, part);
      Account account =
          new Account(
                  loader.identity(part),
                  meeting.uuid(),
                  i + 1,
                  part.choice("kind", AccountKind.class))
              .publishedBy(part.optionalText("publisher"), part.optionalText("language"))
              .onTheSideOf(known.findOptional(RecordType.PARTY, part, "side"))
              .appeared(
                  part.optionalText("title"),
                  part.optionalAddress("url"),
                  part.optionalText("dateline"),
                  part.optionalDay("publishedOn"))
              .withText(part.optionalText("text"), part.optionalText("licence"));
      loader.writeCarried(account);
      loadStatements(meeting, account, part.parts("statements"));
    }
  }

  private void loadStatements(Meeting meeting, Account account, List<JsonPart> parts) {
    StatementLoader statements = new StatementLoader(loader, known);
    for (int i = 0; i < parts.size(); i++) {
      JsonPart part = parts.get(i);
      known.declare(RecordType.STATEMENT, part);
      Statement statement =
          new Statement(loader.identity(part), meeting, account, i + 1, parsed.size() + 1);
      statements.load(statement.reportedIn(reporting(account, part)), account, part);
      parsed.put(part.key(), new ParsedStatement(account, statement));
    }
  }

  private @Nullable Statement reporting(Account account, JsonPart part) {
    String key = part.optionalText("reportedIn");
    ParsedStatement reporting = key == null ? null : parsed.get(key);
    if (key != null && (reporting == null || !reporting.account().equals(account))) {
      part.fault(
          "reportedIn",
          "\"%s\" is not the key of a statement that stands before this one in the same account."
              .formatted(key));
      return null;
    }
    return reporting == null ? null : reporting.statement();
  }

  private void loadLinks() {
    Set<Set<String>> linked = new HashSet<>();
    for (JsonPart part : line.parts("links")) {
      known.declareId(ThingKind.LINK, part);
      List<String> keys = part.texts("statements");
      ParsedStatement one = end(part, 0, keys.get(0));
      ParsedStatement other = end(part, 1, keys.get(1));
      if (one == null || other == null) {
        continue;
      }
      if (one.account().equals(other.account())) {
        part.fault("statements", "Both are of one account: a link is between two accounts.");
      } else if (!linked.add(Set.copyOf(keys))) {
        part.fault("statements", "These two are linked already.");
      } else {
        loader.writeCarried(pair(part, one.statement(), other.statement()));
      }
    }
  }

  /** Stored once for both directions, the smaller id first. */
  private static StatementPair pair(JsonPart part, Statement one, Statement other) {
    LinkKind kind = part.choice("kind", LinkKind.class);
    return one.uuid().toString().compareTo(other.uuid().toString()) < 0
        ? new StatementPair(part.id(), one, other, kind)
        : new StatementPair(part.id(), other, one, kind);
  }

  private @Nullable ParsedStatement end(JsonPart part, int index, String key) {
    ParsedStatement end = parsed.get(key);
    if (end == null) {
      part.fault(
          "statements/" + index,
          FaultKind.NOT_FOUND,
          "\"%s\" is not the key of a statement of this meeting.".formatted(key));
    }
    return end;
  }
}
