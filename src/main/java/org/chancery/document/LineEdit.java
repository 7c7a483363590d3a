package org.chancery.document;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chancery.record.RecordEntity;
import org.chancery.revision.Author;
import org.chancery.revision.Erasure;
import org.chancery.revision.RecordChange;
import org.chancery.revision.Revision;
import org.chancery.revision.ThingKind;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** One edit: the line that it changes, and what is wrong with it. */
final class LineEdit {

  /** A line of its own is the first of its document. */
  private static final int THE_LINE = 1;

  private static final int MOST_OF_A_KEY = 100;

  /** Changes that a conflict tells of: the newest. */
  private static final int MOST_TOLD = 20;

  /** The argument that has the members. */
  static final String INPUT = "/input";

  private final EntityManager entities;
  private final DocumentFormat format;
  private final RevisionLog log;
  private final Author author;
  private final RevisionWriter revision;
  private final List<Fault> found = new ArrayList<>();
  private final int changesBefore;
  private @Nullable UUID thing;

  LineEdit(EntityManager entities, DocumentFormat format, RevisionLog log, Author author) {
    this.entities = entities;
    this.format = format;
    this.log = log;
    this.author = author;
    this.changesBefore = log.changes();
    String reason = Reason.faultOf(author.reason());
    if (reason != null) {
      fault("/reason", FaultKind.INVALID, reason);
    } else if (log.isErased(author.reason())) {
      fault("/reason", FaultKind.INVALID, "It repeats words that this operation erases.");
    }
    this.revision = new RevisionWriter(entities, format.canonicalForm(), log, author);
  }

  /**
   * A thing in the line that it stands in.
   *
   * @param pointer from the line to the thing (RFC 6901); empty where the line is its own
   */
  record Opened(ObjectNode line, String pointer) {

    ObjectNode node() {
      return (ObjectNode) (pointer.isEmpty() ? line : line.at(pointer));
    }
  }

  void fault(String path, FaultKind kind, String reason) {
    found.add(new Fault(THE_LINE, path, kind, reason));
  }

  /** Who has changed something last, and when, as a sentence goes on; empty where nobody has. */
  String lastChange(DocumentPart part) {
    return entities
        .createQuery(
            "select r, c from RecordChange c join Revision r on r.number = c.revisionNumber where c.thingId = :id"
                + " order by c.revisionNumber desc",
            Object[].class)
        .setParameter("id", part.id())
        .setMaxResults(1)
        .getResultStream()
        .map(row -> told((Revision) row[0], told((RecordChange) row[1], part.id())))
        .findFirst()
        .orElse("");
  }

  private static String told(Revision revision, String what) {
    return "; %s in revision %d, at %s: %s"
        .formatted(
            revision.getEditor(),
            revision.getNumber(),
            revision.getAt().truncatedTo(ChronoUnit.SECONDS),
            what);
  }

  boolean isKnown(RecordType type, ObjectNode line) {
    return format.check(THE_LINE, line).isWhole() && revision.known().existing(type, line) != null;
  }

  private static String shortened(String key) {
    return key.substring(0, Math.min(key.length(), MOST_OF_A_KEY));
  }

  /**
   * The thing with this key; empty, with a fault, where there is none.
   *
   * @param argument that has the key
   */
  Optional<Opened> open(RecordType type, String key, String argument) {
    UUID id = revision.known().led(type, key);
    if (id == null) {
      fault(
          argument,
          FaultKind.NOT_FOUND,
          RecordEntity.isKey(key)
              ? "There is no %s with the key \"%s\".".formatted(type.word(), key)
              : "This is no key: letters and digits, with hyphens between them.");
      return Optional.empty();
    }
    thing = id;
    if (!type.isCarried()) {
      return Optional.of(new Opened(revision.line(type, id), ""));
    }
    UUID meeting =
        entities
            .createQuery(
                "select e.meetingId from %s e where e.id = :id".formatted(type.entityName()),
                UUID.class)
            .setParameter("id", id)
            .getSingleResult();
    ObjectNode line = revision.line(RecordType.MEETING, meeting);
    return Optional.of(new Opened(line, pointerTo(line, id.toString())));
  }

  /** The same, with a fault where it has not the version that its editor saw. */
  Optional<Opened> open(RecordType type, String key, int expectedVersion) {
    Optional<Opened> opened = open(type, key, "/key");
    if (opened.isPresent() && revision.known().inRecord(type, key) == null) {
      // A version of what was merged was seen, which says nothing of what was kept.
      fault(
          "/key",
          FaultKind.CONFLICT,
          "It was merged into the %s \"%s\": look at that, and send what is still to be changed by its key and its version."
              .formatted(type.word(), opened.get().node().path("key").asText()));
    } else {
      opened.ifPresent(any -> expect(type, Objects.requireNonNull(thing), expectedVersion));
    }
    return opened;
  }

  private void expect(RecordType type, UUID id, int expectedVersion) {
    int version =
        entities
            .createQuery(
                "select e.version from %s e where e.id = :id".formatted(type.entityName()),
                Integer.class)
            .setParameter("id", id)
            .getSingleResult();
    if (version != expectedVersion) {
      fault(
          "/expectedVersion",
          FaultKind.CONFLICT,
          "It has version %d by now%s. Look at it again, and send what is still to be changed."
              .formatted(version, meanwhile(type, id, expectedVersion)));
    }
  }

  /** Who has changed what of a thing, or of what it carries, since it had a version. */
  private String meanwhile(RecordType type, UUID id, int version) {
    String table = type.kind().name().toLowerCase(Locale.ROOT);
    Session session = entities.unwrap(Session.class);
    Integer seen =
        session
            .createNativeQuery(
                "select max(h.revision_number) from history.%s h where h.id = :id and h.version <= :version"
                    .formatted(table),
                Integer.class)
            .setParameter("id", id)
            .setParameter("version", version)
            .getSingleResult();
    // What has a line carries what else its line has.
    String carrying =
        switch (type) {
          case ACCOUNT -> "statement h where h.account_id = :id";
          case STATEMENT -> "statement_pair h where h.one_id = :id or h.other_id = :id";
          default -> null;
        };
    List<UUID> carried =
        carrying == null
            ? List.of()
            : session
                .createNativeQuery("select distinct h.id from history." + carrying, UUID.class)
                .setParameter("id", id)
                .getResultList();
    return entities
        .createQuery(
            "select r, c from RecordChange c join Revision r on r.number = c.revisionNumber"
                + " where r.number > :seen and (c.thingId = :id or c.lineId = :id or one_of(:carried, c.thingId))"
                + " order by c.revisionNumber desc, c.position",
            Object[].class)
        .setParameter("id", id)
        .setParameter("seen", seen == null ? 0 : seen)
        .setParameter("carried", carried.toArray(UUID[]::new))
        .setMaxResults(MOST_TOLD)
        .getResultStream()
        .collect(
            groupingBy(
                row -> (Revision) row[0],
                LinkedHashMap::new,
                mapping(row -> told((RecordChange) row[1], id), joining(", "))))
        .entrySet()
        .stream()
        .map(one -> told(one.getKey(), one.getValue()))
        .collect(joining());
  }

  private static String told(RecordChange change, UUID id) {
    String thing =
        "the %s%s"
            .formatted(
                change.getThingKind().name().toLowerCase(Locale.ROOT),
                change.getKey() == null ? "" : " \"" + change.getKey() + "\"");
    return switch (change.getKind()) {
      case RECORDED -> "recorded " + thing;
      case WITHDRAWN -> "withdrew " + thing;
      case MERGED -> "merged " + thing;
      case ERASED -> "erased words of " + thing;
      case AMENDED ->
          "changed "
              + change.getDifferences().stream()
                  .map(difference -> difference.path().get(0))
                  .distinct()
                  .collect(joining(" and "))
              + (change.isOf(id) ? "" : " of " + thing);
    };
  }

  /** The place of the thing with this id in a meeting's line. */
  private static String pointerTo(ObjectNode line, String id) {
    for (int a = 0; a < line.path("accounts").size(); a++) {
      String account = "/accounts/" + a;
      if (line.at(account + "/id").asText().equals(id)) {
        return account;
      }
      for (int s = 0; s < line.at(account + "/statements").size(); s++) {
        if (line.at(account + "/statements/" + s + "/id").asText().equals(id)) {
          return account + "/statements/" + s;
        }
      }
    }
    throw new IllegalStateException("What is carried stands in the line that carries it.");
  }

  /**
   * Writes a line with something new in it.
   *
   * @param pointer to what is new, which was given as a whole
   */
  void record(ObjectNode line, String pointer) {
    ObjectNode written = write(line, pointer, INPUT);
    if (found.isEmpty()) {
      thing = UUID.fromString(written.at(pointer + "/id").asText());
    }
  }

  /**
   * Writes a line as it shall be.
   *
   * @param pointer to what was given; null where nothing was
   * @param argument as which it was given
   */
  ObjectNode write(ObjectNode line, @Nullable String pointer, String argument) {
    LineForm form = format.check(THE_LINE, line);
    RevisionWriter.Written written =
        revision.write(
            THE_LINE, Objects.requireNonNull(form.line()), !found.isEmpty() || !form.isWhole());
    // What comes next of this edit looks for it in the database.
    log.rows().flush();
    Faults faults = form.given(written.faults());
    faults.addAll(form.faults());
    for (Fault fault : faults.all()) {
      String path =
          pointer != null && (fault.path() + "/").startsWith(pointer + "/")
              ? argument + fault.path().substring(pointer.length())
              : fault.path();
      fault(path, fault.kind(), fault.reason());
    }
    return written.line();
  }

  /** Has a thing be there again that was merged into another. */
  void revive(UUID id) {
    revision.known().revive(id);
  }

  /** Makes one of what was opened, which stays, and of another thing of its type, which goes. */
  void merge(RecordType type, String kept, String key) {
    UUID stays = revision.known().inRecord(type, kept);
    UUID goes = revision.known().inRecord(type, key);
    if (stays == null || goes == null) {
      String unknown = stays == null ? kept : key;
      fault(
          stays == null ? "/kept" : "/merged",
          FaultKind.NOT_FOUND,
          "There is no %s with the key \"%s\".".formatted(type.word(), shortened(unknown)));
      return;
    }
    if (stays.equals(goes)) {
      fault("/merged", FaultKind.INVALID, "It is the same: name two things.");
      return;
    }
    Merge merge = new Merge(entities, type, kept, key);
    // Not all lines at once: they can be most of the record.
    var lines = merge.lines(goes);
    lines.forEach(
        (of, ids) ->
            ids.forEach(
                id -> {
                  ObjectNode line = revision.line(of, id);
                  merge
                      .rename(line)
                      .forEach(
                          pointer ->
                              fault(
                                  "/merged",
                                  FaultKind.CONFLICT,
                                  "The %s \"%s\" names both at %s, where one can stand once: decide there first."
                                      .formatted(of.word(), line.path("key").asText(), pointer)));
                }));
    if (found.isEmpty()) {
      lines.forEach(
          (of, ids) ->
              ids.forEach(
                  id -> {
                    ObjectNode line = revision.line(of, id);
                    var unused = merge.rename(line);
                    var unusedToo = write(line, null, "");
                  }));
    }
    if (found.isEmpty()) {
      revision.merge(type, goes, stays);
      thing = stays;
    }
  }

  /**
   * Erases words of a thing that the record has, or had.
   *
   * @param given the words; null for all of them
   */
  void erase(RecordType type, String key, @Nullable List<String> given) {
    List<String> passages =
        given == null ? null : given.stream().map(CanonicalForm::withPlainLines).toList();
    UUID erased = RecordEntity.isKey(key) ? Erasure.find(entities, type.kind(), key) : null;
    if (erased == null) {
      fault(
          "/key",
          FaultKind.NOT_FOUND,
          "There is, and was, no %s with the key \"%s\".".formatted(type.word(), shortened(key)));
    }
    refusePassages(passages);
    if (erased == null || !found.isEmpty()) {
      return;
    }
    Erasure erasure = new Erasure(entities, log.begin(author));
    PastLines past = new PastLines(entities, format.canonicalForm());
    switch (erasure.erase(
        type.kind(), erased, passages, (number, lines) -> members(past, number, lines))) {
      case ERASED -> log.noteErased(erasure, passages == null ? List.of() : passages);
      case NOTHING_THERE ->
          fault(
              passages == null ? "/key" : "/passages",
              FaultKind.NOT_FOUND,
              passages == null
                  ? "It has no words that are not erased."
                  : "These words stand nowhere in it, letter by letter, and never did.");
      case NOT_AS_SIGNED ->
          fault(
              "/key",
              FaultKind.CONFLICT,
              "The record is not what was signed: have an operator run verify, and mend that first.");
    }
  }

  private void refusePassages(@Nullable List<String> passages) {
    if (passages == null) {
      return;
    }
    if (passages.isEmpty()) {
      fault("/passages", FaultKind.INVALID, "Name words, or leave this out to erase all of them.");
    }
    for (int i = 0; i < passages.size(); i++) {
      String fault = Texts.faultOf(passages.get(i));
      if (fault != null || passages.get(i).isEmpty()) {
        fault(
            "/passages/" + i,
            FaultKind.INVALID,
            fault == null ? "It is empty: name words." : "It " + fault);
      }
    }
    if (log.reasons(author).stream()
        .anyMatch(
            reason -> passages.stream().anyMatch(one -> !one.isEmpty() && reason.contains(one)))) {
      fault(
          "/reason",
          FaultKind.INVALID,
          "It repeats words that are to be erased, or another reason of this operation does.");
    }
  }

  private static Map<UUID, String> members(
      PastLines past, int number, Map<ThingKind, Set<UUID>> lines) {
    Map<RecordType, Set<UUID>> ofTypes = new EnumMap<>(RecordType.class);
    lines.forEach((kind, ids) -> ofTypes.put(RecordType.of(kind), ids));
    Map<UUID, String> members = new HashMap<>();
    past.asOf(number, ofTypes)
        .values()
        .forEach(
            line ->
                DocumentPart.of(line)
                    .forEach((id, part) -> members.put(id, part.members().toString())));
    return members;
  }

  /**
   * Writes a line as nobody gave it: what is wrong with it is told of an argument.
   *
   * @param what begins each sentence about it
   */
  void writeUndone(ObjectNode line, String what, String argument) {
    int before = found.size();
    var unused = write(line, null, "");
    for (int i = before; i < found.size(); i++) {
      Fault fault = found.get(i);
      found.set(
          i,
          new Fault(
              THE_LINE,
              argument,
              FaultKind.CONFLICT,
              "%s%s: %s".formatted(what, fault.path(), fault.reason())));
    }
  }

  /**
   * Takes a thing with a line of its own out of the record, where nothing names it.
   *
   * @param argument of which it is told otherwise
   */
  void withdrawUndone(RecordType type, UUID id, String argument) {
    thing = id;
    withdraw(
        type,
        argument,
        use ->
            "The %s \"%s\" cannot be taken out. %s"
                .formatted(type.word(), revision.line(type, id).path("key").asText(), use));
  }

  /** Takes what was opened out of the record, where nothing names it. */
  void withdraw(RecordType type) {
    withdraw(type, "/key", use -> use);
  }

  private void withdraw(RecordType type, String argument, UnaryOperator<String> told) {
    if (!found.isEmpty()) {
      return;
    }
    UUID withdrawn = Objects.requireNonNull(thing);
    String use = revision.use(type, withdrawn);
    if (use == null) {
      revision.withdraw(type, withdrawn);
    } else {
      fault(argument, FaultKind.IN_USE, told.apply(use));
    }
  }

  Edit done() {
    if (found.isEmpty()) {
      log.write();
      // What is shown afterwards is read as it is written.
      entities.clear();
    }
    return new Edit(
        found.isEmpty() ? thing : null,
        found.isEmpty() && log.changes() > changesBefore ? log.moment().revision() : null,
        List.copyOf(found));
  }
}
