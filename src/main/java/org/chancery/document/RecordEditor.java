package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.revision.Author;
import org.chancery.revision.RevisionSeal;
import org.chancery.revision.ThingKind;
import org.jspecify.annotations.Nullable;

/**
 * Edits single things of the record. Each edit takes the line that a thing stands in, changes it,
 * and writes it as an import would, into the one revision of the transaction that it runs in.
 * Whoever began the transaction rolls it back where an edit has faults.
 */
@ApplicationScoped
public class RecordEditor {

  private static final JsonMapper JSON = new JsonMapper();

  /** By what a thing is known for good. */
  private static final Set<String> PERMANENT = Set.of("id", "key");

  private final EntityManager entities;
  private final Clock clock;
  private final OpenRevision open;
  private final RevisionSeal seal;
  private final DocumentFormat format = new DocumentFormat();

  RecordEditor(EntityManager entities, Clock clock, OpenRevision open, RevisionSeal seal) {
    this.entities = entities;
    this.clock = clock;
    this.open = open;
    this.seal = seal;
  }

  /**
   * Records a thing with a line of its own, with all that it carries.
   *
   * @param kind of a party, topic, participant, event or meeting
   * @param members as the document format has them; ids and keys may be left out
   */
  public Edit record(ThingKind kind, Map<String, @Nullable Object> members, Author author) {
    LineEdit edit = begin(author);
    RecordType type = RecordType.of(kind);
    ObjectNode line = given(members).put("type", type.word());
    if (edit.isKnown(type, line)) {
      edit.fault(
          line.hasNonNull("id") ? "/input/id" : "/input/key",
          FaultKind.TAKEN,
          "The record already has %s with it: amend that, or leave this out."
              .formatted(type.aWord()));
    }
    edit.record(line, "");
    return edit.done();
  }

  /**
   * Changes the members that are given: to null for those that the record shall no longer have.
   *
   * @param expectedVersion of the thing as its editor saw it
   */
  public Edit amend(
      ThingKind kind,
      String key,
      int expectedVersion,
      Map<String, @Nullable Object> changes,
      Author author) {
    LineEdit edit = begin(author);
    edit.open(RecordType.of(kind), key, expectedVersion)
        .ifPresent(
            thing -> {
              given(changes)
                  .properties()
                  .forEach(
                      member -> {
                        if (PERMANENT.contains(member.getKey())) {
                          if (!member.getValue().equals(thing.node().path(member.getKey()))) {
                            edit.fault(
                                "/input/" + member.getKey(),
                                FaultKind.INVALID,
                                "It is permanent: leave it out.");
                          }
                        } else if (member.getValue().isNull()) {
                          thing.node().remove(member.getKey());
                        } else {
                          thing.node().set(member.getKey(), member.getValue());
                        }
                      });
              var unused = edit.write(thing.line(), thing.pointer(), LineEdit.INPUT);
            });
    return edit.done();
  }

  /** Adds an account, with its statements, to the meeting that has this key. */
  public Edit recordAccount(String meeting, Map<String, @Nullable Object> members, Author author) {
    LineEdit edit = begin(author);
    edit.open(RecordType.MEETING, meeting, "/meeting")
        .ifPresent(
            thing -> {
              ArrayNode accounts = thing.node().withArray("/accounts");
              accounts.add(given(members));
              edit.record(thing.line(), "/accounts/" + (accounts.size() - 1));
            });
    return edit.done();
  }

  /**
   * Adds a statement to the account that has this key.
   *
   * @param after the key of the statement that it follows there; null for the end
   */
  public Edit recordStatement(
      String account,
      @Nullable String after,
      Map<String, @Nullable Object> members,
      Author author) {
    LineEdit edit = begin(author);
    edit.open(RecordType.ACCOUNT, account, "/account")
        .ifPresent(
            thing -> {
              ArrayNode statements = thing.node().withArray("/statements");
              int at = after == null ? statements.size() : indexOf(statements, after) + 1;
              if (at == 0) {
                edit.fault(
                    "/after",
                    FaultKind.NOT_FOUND,
                    "\"%s\" is not the key of a statement of this account.".formatted(after));
              } else {
                statements.insert(at, given(members));
                edit.record(thing.line(), thing.pointer() + "/statements/" + at);
              }
            });
    return edit.done();
  }

  /**
   * Says how statements of two accounts of a meeting stand to each other.
   *
   * @param kind the name of a {@code LinkKind}
   */
  public Edit link(List<String> statements, String kind, Author author) {
    LineEdit edit = begin(author);
    if (statements.size() != 2) {
      edit.fault("/statements", FaultKind.INVALID, "A link is between two statements.");
      return edit.done();
    }
    edit.open(RecordType.STATEMENT, statements.get(0), "/statements/0")
        .ifPresent(
            thing -> {
              ArrayNode links = thing.line().withArray("/links");
              for (JsonNode known : links) {
                if (named(known, Set.copyOf(statements)) == 2) {
                  edit.fault(
                      "/statements",
                      FaultKind.TAKEN,
                      "These two are linked already: take that back first, to link them otherwise.");
                  return;
                }
              }
              ObjectNode link = links.addObject().put("kind", kind);
              statements.forEach(link.putArray("statements")::add);
              var unused = edit.write(thing.line(), "/links/" + (links.size() - 1), "");
            });
    return edit.done();
  }

  /** Takes back what was said of how two statements stand to each other. */
  public Edit unlink(List<String> statements, Author author) {
    LineEdit edit = begin(author);
    if (statements.size() != 2) {
      edit.fault("/statements", FaultKind.INVALID, "A link is between two statements.");
      return edit.done();
    }
    edit.open(RecordType.STATEMENT, statements.get(0), "/statements/0")
        .ifPresent(
            thing -> {
              if (removeLinks(thing.line(), Set.copyOf(statements), true)) {
                var unused = edit.write(thing.line(), null, "");
              } else {
                edit.fault("/statements", FaultKind.NOT_FOUND, "These two are not linked.");
              }
            });
    return edit.done();
  }

  /**
   * Takes a thing out of the record, with all that it carries. A link goes with a statement.
   *
   * @param expectedVersion of the thing as its editor saw it
   */
  public Edit withdraw(ThingKind kind, String key, int expectedVersion, Author author) {
    LineEdit edit = begin(author);
    edit.open(RecordType.of(kind), key, expectedVersion)
        .ifPresent(
            thing -> {
              if (thing.pointer().isEmpty()) {
                edit.withdraw(RecordType.of(kind));
                return;
              }
              if (kind == ThingKind.STATEMENT) {
                removeLinks(thing.line(), Set.of(key), false);
              }
              for (JsonNode statement : thing.node().path("statements")) {
                removeLinks(thing.line(), Set.of(statement.path("key").asText()), false);
              }
              int slash = thing.pointer().lastIndexOf('/');
              ((ArrayNode) thing.line().at(thing.pointer().substring(0, slash)))
                  .remove(Integer.parseInt(thing.pointer().substring(slash + 1)));
              var unused = edit.write(thing.line(), null, "");
            });
    return edit.done();
  }

  /**
   * Takes back what a revision did: what it recorded goes, what it amended is as it was before,
   * what it withdrew is there again. What was changed since is a conflict.
   *
   * @param revision its number
   */
  public Edit undo(int revision, Author author) {
    LineEdit edit = begin(author);
    new RevisionUndo(entities, format.canonicalForm(), edit, revision).undo();
    return edit.done();
  }

  /**
   * Makes one of two things that are one. Whatever names the one that goes names the other from
   * then on, and its key and its id lead there.
   *
   * @param kind of a party, topic, participant or event
   * @param kept the key of the one that stays
   * @param merged the key of the one that goes
   */
  public Edit merge(ThingKind kind, String kept, String merged, Author author) {
    LineEdit edit = begin(author);
    edit.merge(RecordType.of(kind), kept, merged);
    return edit.done();
  }

  /**
   * Erases words of a thing, and of what it carries, from the present and all of the past.
   *
   * @param kind of what has a key
   * @param key of what the record has, or had
   * @param passages the words, letter by letter; null for all of them
   */
  public Edit erase(ThingKind kind, String key, @Nullable List<String> passages, Author author) {
    LineEdit edit = begin(author);
    edit.erase(RecordType.of(kind), key, passages);
    return edit.done();
  }

  private LineEdit begin(Author author) {
    // What was loaded to be shown is not what is written.
    entities.clear();
    return new LineEdit(entities, format, open.log(entities, clock, seal), author);
  }

  private static ObjectNode given(Map<String, @Nullable Object> members) {
    return JSON.valueToTree(members);
  }

  private static int indexOf(ArrayNode things, String key) {
    for (int at = 0; at < things.size(); at++) {
      if (things.get(at).path("key").asText().equals(key)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Removes links from a meeting's line.
   *
   * @param between all that name one of these statements; only those between both, where {@code
   *     both}
   */
  private static boolean removeLinks(ObjectNode line, Set<String> between, boolean both) {
    ArrayNode links = line.withArray("/links");
    boolean removed = false;
    for (int at = links.size() - 1; at >= 0; at--) {
      if (named(links.get(at), between) > (both ? 1 : 0)) {
        links.remove(at);
        removed = true;
      }
    }
    return removed;
  }

  /** How many of these statements a link names. */
  private static int named(JsonNode link, Set<String> statements) {
    int named = 0;
    for (JsonNode statement : link.path("statements")) {
      named += statements.contains(statement.asText()) ? 1 : 0;
    }
    return named;
  }
}
