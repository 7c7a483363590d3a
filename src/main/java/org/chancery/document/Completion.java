package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.gcardone.junidecode.Junidecode;
import org.chancery.search.Words;

/**
 * Gives a line the ids and keys that it leaves out: those that the record has for the same thing,
 * else new ones. What is carried is the same where it has the same key, or says the same.
 */
final class Completion {

  /** So that there is room for what is put before or after it. */
  private static final int LONGEST_PROPOSAL = 40;

  /** A key has a hundred characters, and a number may stand after it. */
  private static final int LONGEST_BASE = 90;

  /** What two accounts without keys have alike where they are one. */
  private static final List<String> OF_AN_ACCOUNT =
      List.of("kind", "side", "publisher", "title", "url", "language", "publishedOn");

  private static final Pattern ASCII = Pattern.compile("[a-z0-9]+");

  private final KeyResolver known;

  Completion(KeyResolver known) {
    this.known = known;
  }

  /**
   * Completes a valid line.
   *
   * @param existing what the record has already of the thing; missing where it has nothing
   */
  void complete(RecordType type, ObjectNode line, JsonNode existing) {
    takeIdAndKey(line, existing);
    takeFromThePast(type, line);
    if (!line.hasNonNull("key")) {
      String proposal = proposal(type, line);
      line.put("key", unused(type, number -> numbered(proposal, number), Set.of()));
    }
    mintId(line);
    if (type == RecordType.MEETING) {
      completeWhatIsCarried(line, existing);
    }
  }

  private void completeWhatIsCarried(ObjectNode meeting, JsonNode existing) {
    completeUnkeyed(meeting, existing, "participations", List.of("participant", "party"));
    Set<String> taken = new HashSet<>();
    takeKeysOfTheSame(meeting.path("accounts"), existing.path("accounts"), OF_AN_ACCOUNT, taken);
    Set<String> statements = new HashSet<>();
    for (JsonNode account : meeting.path("accounts")) {
      JsonNode before =
          completeKeyed(
              RecordType.ACCOUNT,
              (ObjectNode) account,
              existing.path("accounts"),
              number -> numbered(meeting.path("key").asText() + "-" + origin(account), number),
              taken);
      completeStatements(account, before, statements);
    }
    completeUnkeyed(meeting, existing, "links", List.of("statements"));
  }

  private void completeStatements(JsonNode account, JsonNode existing, Set<String> taken) {
    takeKeysOfTheSame(
        account.path("statements"), existing.path("statements"), List.of("text"), taken);
    String base = account.path("key").asText() + "-";
    known.foreseeKeys(proposals(base, account.path("statements")));
    int place = 0;
    for (JsonNode statement : account.path("statements")) {
      int at = place++;
      JsonNode before =
          completeKeyed(
              RecordType.STATEMENT,
              (ObjectNode) statement,
              existing.path("statements"),
              number -> base + (at + number),
              taken);
      completeUnkeyed((ObjectNode) statement, before, "quotations", List.of("words", "start"));
    }
  }

  /** The first of each statement that has no key. */
  private static List<String> proposals(String base, JsonNode statements) {
    return IntStream.range(0, statements.size())
        .filter(at -> !statements.get(at).hasNonNull("key"))
        .mapToObj(at -> base + (at + 1))
        .toList();
  }

  /**
   * Gives those without id and key the keys of what the record has that says the same, each once.
   *
   * @param members that are the same
   * @param taken the keys of all that has one already
   */
  private static void takeKeysOfTheSame(
      JsonNode things, JsonNode existing, List<String> members, Set<String> taken) {
    things.forEach(thing -> taken.add(thing.path("key").asText()));
    existing.forEach(
        one -> {
          if (find(things, same(one, List.of("id"))) instanceof ObjectNode known) {
            taken.add(one.path("key").asText());
            takeIdAndKey(known, one);
          }
        });
    for (JsonNode thing : things) {
      if (!thing.hasNonNull("id") && !thing.hasNonNull("key")) {
        JsonNode before =
            find(
                existing,
                other ->
                    members.stream()
                            .allMatch(member -> thing.path(member).equals(other.path(member)))
                        && !taken.contains(other.path("key").asText()));
        takeIdAndKey((ObjectNode) thing, before);
        taken.add(thing.path("key").asText());
      }
    }
  }

  /**
   * Completes what is carried.
   *
   * @param proposal of a key for what has none: from 1 on, the next where one is taken
   * @return what the record has of it; missing where it has nothing
   */
  private JsonNode completeKeyed(
      RecordType type,
      ObjectNode thing,
      JsonNode existing,
      IntFunction<String> proposal,
      Set<String> taken) {
    JsonNode before = find(existing, same(thing, List.of(thing.hasNonNull("id") ? "id" : "key")));
    takeIdAndKey(thing, before);
    takeFromThePast(type, thing);
    if (!thing.hasNonNull("key")) {
      thing.put("key", unused(type, proposal, taken));
    }
    taken.add(thing.path("key").asText());
    mintId(thing);
    return before;
  }

  private void completeUnkeyed(
      ObjectNode owner, JsonNode existing, String list, List<String> members) {
    for (JsonNode one : owner.path(list)) {
      ObjectNode thing = (ObjectNode) one;
      if (!thing.hasNonNull("id")) {
        JsonNode id = find(existing.path(list), same(thing, members)).path("id");
        if (!id.isMissingNode()) {
          thing.set("id", id);
        }
      }
      mintId(thing);
    }
  }

  private static Predicate<JsonNode> same(JsonNode thing, List<String> members) {
    return other ->
        members.stream()
            .allMatch(member -> thing.has(member) && thing.path(member).equals(other.path(member)));
  }

  private static JsonNode find(JsonNode things, Predicate<JsonNode> which) {
    return StreamSupport.stream(things.spliterator(), false)
        .filter(which)
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static void takeIdAndKey(ObjectNode thing, JsonNode existing) {
    for (String member : List.of("id", "key")) {
      if (!thing.hasNonNull(member) && existing.has(member)) {
        thing.set(member, existing.path(member));
      }
    }
  }

  /** What has the key or the id of something that was withdrawn is that, recorded again. */
  private void takeFromThePast(RecordType type, ObjectNode thing) {
    if (!thing.hasNonNull("id") && thing.hasNonNull("key")) {
      UUID id = known.everOf(type, thing.path("key").asText());
      if (id != null) {
        thing.put("id", id.toString());
      }
    } else if (thing.hasNonNull("id") && !thing.hasNonNull("key")) {
      String key = known.keyOf(type, UUID.fromString(thing.path("id").asText()));
      if (key != null) {
        thing.put("key", key);
      }
    }
  }

  private void mintId(ObjectNode thing) {
    if (!thing.hasNonNull("id")) {
      thing.put("id", known.newId().toString());
    }
  }

  private String unused(RecordType type, IntFunction<String> proposal, Set<String> taken) {
    int number = 1;
    while (taken.contains(proposal.apply(number)) || known.isTaken(type, proposal.apply(number))) {
      number++;
    }
    return proposal.apply(number);
  }

  private static String numbered(String proposal, int number) {
    String base =
        proposal.substring(0, Math.min(proposal.length(), LONGEST_BASE)).replaceFirst("-+$", "");
    return number == 1 ? base : base + "-" + number;
  }

  private static String proposal(RecordType type, JsonNode line) {
    String proposed =
        switch (type) {
          case PARTY -> line.path("country").asText(words(line.path("name").asText()));
          case EVENT, MEETING ->
              joined(dayOf(line.path("date").asText()), words(line.path("title").asText()));
          default -> words(line.path("name").asText());
        };
    return proposed.isEmpty() ? type.word() : proposed;
  }

  /** Of an account: its side, else its publisher, else its kind. */
  private static String origin(JsonNode account) {
    String side = words(account.path("side").asText());
    String publisher = words(account.path("publisher").asText());
    return !side.isEmpty()
        ? side
        : !publisher.isEmpty() ? publisher : words(account.path("kind").asText().replace('_', ' '));
  }

  /** The letters and digits with which a date begins, such as 2021-09-01; none of other dates. */
  private static String dayOf(String edtf) {
    String day = edtf.replaceFirst("[^0-9-].*", "");
    return day.endsWith("-") ? day.substring(0, day.length() - 1) : day;
  }

  /** In letters of ASCII: what other scripts come to is what it can be read as, at best. */
  private static String words(String text) {
    String words =
        Stream.of(Words.of(List.of(Junidecode.unidecode(text))).strip().split(" ", -1))
            .filter(word -> ASCII.matcher(word).matches())
            .collect(Collectors.joining("-"));
    int end = words.length() <= LONGEST_PROPOSAL ? -1 : words.lastIndexOf('-', LONGEST_PROPOSAL);
    return words.substring(0, end > 0 ? end : Math.min(words.length(), LONGEST_PROPOSAL));
  }

  private static String joined(String one, String other) {
    return Stream.of(one, other).filter(text -> !text.isEmpty()).collect(Collectors.joining("-"));
  }
}
