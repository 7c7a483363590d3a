package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.record.MergedThing;
import org.chancery.revision.Author;
import org.chancery.revision.ChangeKind;
import org.chancery.revision.ThingKind;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines into a revision: what is new is recorded, what differs is amended, what a line no
 * longer carries is withdrawn, and what is as it was is left alone.
 */
final class RevisionWriter {

  private static final Pattern END_OF_A_LINK = Pattern.compile("(/links/\\d+/statements/)([01])");

  private final CanonicalForm form;
  private final RevisionLog log;
  private final Author author;
  private final KeyResolver known;
  private final LineReader reader;
  private final LineLoader loader;
  private final Completion completion;
  private final ExistingThings existingThings;

  /** In a transaction that has asked for its moment. */
  RevisionWriter(EntityManager entities, CanonicalForm form, RevisionLog log, Author author) {
    this.form = form;
    this.log = log;
    this.author = author;
    this.known = new KeyResolver(log.rows());
    this.reader = new LineReader(entities, form);
    this.loader = new LineLoader(known, log.rows(), log.moment().time());
    this.completion = new Completion(known);
    this.existingThings = new ExistingThings(log.rows(), reader);
  }

  /** Which keys and ids are taken. */
  KeyResolver known() {
    return known;
  }

  /** The line of a thing that the record has. */
  ObjectNode line(RecordType type, UUID id) {
    return Objects.requireNonNull(reader.read(type, List.of(id)).get(id));
  }

  /** Asks the record at once for what the next lines name, and for what it has of them. */
  void foresee(List<ObjectNode> lines) {
    known.foresee(lines);
    existingThings.clear();
    Map<RecordType, List<UUID>> ids = new EnumMap<>(RecordType.class);
    for (ObjectNode line : lines) {
      RecordType type = RecordType.of(line.path("type").asText()).orElse(null);
      UUID id = type == null ? null : known.existing(type, line);
      if (type != null && id != null) {
        ids.computeIfAbsent(type, any -> new ArrayList<>()).add(id);
      }
    }
    ids.forEach(existingThings::expect);
  }

  /**
   * A line that was to be written.
   *
   * @param line in canonical form, with its ids and keys
   * @param changes how many things it makes new, others, or gone
   * @param faults what is wrong with it; then nothing of it was written
   */
  record Written(ObjectNode line, int changes, Faults faults) {}

  /**
   * Writes what a line says, where it has no fault.
   *
   * @param number of the line, for its faults
   * @param given has the form that the schema gives it; ids and keys that are missing are added
   * @param isTrial whether it is only looked for faults
   */
  Written write(int number, ObjectNode given, boolean isTrial) {
    return write(number, given, isTrial, true);
  }

  /**
   * The same.
   *
   * @param isKept whether its keys are known to the lines behind it, where it has no fault
   */
  Written write(int number, ObjectNode given, boolean isTrial, boolean isKept) {
    known.begin(given);
    ObjectNode line = form.of(given);
    RecordType type = RecordType.of(line.path("type").asText()).orElseThrow();
    UUID id = known.existing(type, line);
    ExistingThing existing = id == null ? ExistingThing.NOTHING : existingThings.of(type, id);
    if (known.hasMerged()) {
      // First: what says the same of the same is the same.
      Merge.rename(line, known::current);
    }
    completion.complete(type, line, existing.lineOrMissing());
    ObjectNode written = form.of(line);
    Map<UUID, DocumentPart> parts = DocumentPart.of(written);
    Set<UUID> differing = DocumentPart.differing(existing.parts(), parts);
    UUID itself = UUID.fromString(written.path("id").asText());
    Faults found = new Faults();
    known.begin(existing);
    loader.load(
        new JsonPart(written, number, "", found),
        existing,
        touched(itself, differing, existing.parts(), parts));
    Faults faults = found.each(fault -> atTheEndGiven(fault, given, written));
    if (!faults.none() || !isKept) {
      known.drop();
      return new Written(written, differing.size(), faults);
    }
    known.keep();
    if (!isTrial && !differing.isEmpty()) {
      loader.write();
      differing.forEach(
          one ->
              log.note(
                  author,
                  type.kind(),
                  itself,
                  existing.parts().get(one),
                  parts.get(one),
                  ChangeKind.WITHDRAWN));
      if (existing.isThere()) {
        // Lines behind it may ask for what it had.
        log.rows().flush();
      } else {
        log.rows().flushMany();
      }
    }
    return new Written(written, differing.size(), faults);
  }

  /** The ends of a link are sorted: each fault is told of the one that was given. */
  private static Fault atTheEndGiven(Fault fault, JsonNode given, JsonNode written) {
    Matcher end = END_OF_A_LINK.matcher(fault.path());
    if (end.matches()) {
      String other = end.group(1) + (1 - Integer.parseInt(end.group(2)));
      if (written.at(fault.path()).equals(given.at(other))) {
        return new Fault(fault.line(), other, fault.kind(), fault.reason());
      }
    }
    return fault;
  }

  /**
   * Takes out what a line says is gone; nothing where the record has not got it.
   *
   * @param number of the line, for its faults
   * @param line has the form that the schema gives it
   * @param isTrial whether it is only looked for faults
   * @param isKept whether it is gone for the lines behind it, where it has no fault
   * @param hasOthers whether the lines before it are written: else what names it may be another by
   *     then, and is not looked for
   * @param mayMerge whether it may lead to another thing
   */
  Written withdraw(
      int number,
      ObjectNode line,
      boolean isTrial,
      boolean isKept,
      boolean hasOthers,
      boolean mayMerge) {
    known.begin(line);
    Withdrawal gone = Withdrawal.of(line);
    Faults faults = new Faults();
    UUID id = known.existing(gone.of(), line);
    if (id == null) {
      if (known.isInDocument(gone.of(), line)) {
        refuseTwice(number, gone.key(), faults);
      }
      return new Written(line, 0, faults);
    }
    ExistingThing existing = existingThings.of(gone.of(), id);
    String key = existing.lineOrMissing().path("key").asText();
    UUID kept = gone.into() == null ? null : known.named(gone.of(), gone.into());
    if (gone.into() != null && !mayMerge) {
      faults.add(
          number, "/into", "Only curators merge: leave this out, or have a curator send it.");
    } else if (!key.equals(gone.key())) {
      faults.add(number, "/key", "What has this id has the key \"%s\".".formatted(key));
    } else if (known.isInDocument(id)) {
      refuseTwice(number, key, faults);
    } else if (gone.into() != null && !Merge.isOf(gone.of())) {
      faults.add(
          number, "/into", "%s is never merged: leave this out.".formatted(gone.of().aWord()));
    } else if (gone.into() != null && (kept == null || kept.equals(id))) {
      faults.add(
          number,
          "/into",
          FaultKind.NOT_FOUND,
          "There is no other %s with the key \"%s\".".formatted(gone.of().word(), gone.into()));
    }
    if (faults.none() && hasOthers) {
      log.rows().flush();
      String use = use(gone.of(), id);
      if (use != null) {
        faults.add(number, "/key", FaultKind.IN_USE, use);
      }
    }
    if (faults.none() && isKept) {
      if (!isTrial) {
        remove(gone.of(), id, existing, kept);
      }
      known.takeOut(gone.of(), existing, id, kept);
    }
    return new Written(line, existing.parts().size(), faults);
  }

  private static void refuseTwice(int number, String key, Faults faults) {
    faults.add(
        number,
        "/key",
        FaultKind.TAKEN,
        "\"%s\" is the key of something earlier in this document.".formatted(key));
  }

  /** What is told of a thing that cannot go, since the record names it; null where nothing does. */
  @Nullable String use(RecordType type, UUID id) {
    Map<String, Long> naming = new TreeMap<>();
    type.namedBy()
        .forEach(
            (word, one) -> {
              long number =
                  log.rows()
                      .database()
                      .createQuery("select count(*) from " + one.from(), Long.class)
                      .setParameter("id", id)
                      .getSingleResult();
              if (number > 0) {
                naming.put(word, number);
              }
            });
    return naming.isEmpty()
        ? null
        : "It is named by the record (%s): change that first."
            .formatted(
                naming.entrySet().stream()
                    .map(one -> one.getKey() + ": " + one.getValue())
                    .collect(Collectors.joining(", ")));
  }

  /** Takes a thing out of the record that nothing names. */
  void withdraw(RecordType type, UUID id) {
    remove(type, id, existingThings.of(type, id), null);
  }

  /** The same where it is found to be another thing, to which it leads from then on. */
  void merge(RecordType type, UUID id, UUID kept) {
    remove(type, id, existingThings.of(type, id), kept);
  }

  /**
   * Takes out a thing that nothing names.
   *
   * @param kept the id of what it leads to from then on; null where it was withdrawn
   */
  private void remove(RecordType type, UUID id, ExistingThing existing, @Nullable UUID kept) {
    ChangeKind goes = kept == null ? ChangeKind.WITHDRAWN : ChangeKind.MERGED;
    boolean isNew = log.isNew(id);
    loader.remove(type, id, existing);
    // Its keys are free for it alone.
    known.free(existing);
    existing.parts().values().forEach(part -> log.note(author, type.kind(), id, part, null, goes));
    log.rows().flush();
    // What nobody ever saw leads nowhere.
    if (kept != null && !isNew) {
      String key = existing.lineOrMissing().path("key").asText();
      log.rows().database().persist(new MergedThing(id, type.name(), key, kept));
    }
  }

  /**
   * What is another now, with all that carries it: who amends or withdraws that has to have seen
   * what it carries.
   *
   * @param line the id of what the line itself records
   */
  private static Set<UUID> touched(
      UUID line,
      Set<UUID> differing,
      Map<UUID, DocumentPart> before,
      Map<UUID, DocumentPart> after) {
    Set<UUID> touched = new LinkedHashSet<>(differing);
    if (!differing.isEmpty()) {
      touched.add(line);
    }
    for (Map<UUID, DocumentPart> parts : List.of(before, after)) {
      Set<String> linked = new HashSet<>();
      Set<String> accounts = new HashSet<>();
      for (UUID id : differing) {
        DocumentPart part = parts.get(id);
        if (part != null && part.kind() == ThingKind.LINK) {
          part.members().path("statements").forEach(key -> linked.add(key.asText()));
        }
      }
      parts.values().stream()
          .filter(part -> part.kind() == ThingKind.STATEMENT)
          .filter(part -> differing.contains(part.id()) || linked.contains(part.key()))
          .forEach(
              statement -> {
                touched.add(statement.id());
                accounts.add(statement.members().path("account").asText());
              });
      parts.values().stream()
          .filter(part -> part.kind() == ThingKind.ACCOUNT && accounts.contains(part.key()))
          .forEach(account -> touched.add(account.id()));
    }
    return touched;
  }
}
