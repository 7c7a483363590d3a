package org.chancery.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeSources;
import org.chancery.search.Words;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Finds things that are likely to be one: by the fingerprints of their names (the words in order of
 * the alphabet, as OpenRefine has them), and meetings by who was there. All things of a kind are
 * read once, and those that share nothing are never compared.
 */
@ApplicationScoped
class DuplicateFinder {

  /** Letters of a name that another can be like: of shorter ones too many are. */
  private static final int SHORTEST_SIMILAR = 8;

  private static final int LEAST_PEOPLE = 2;

  /** The word that is left of a name that was erased. */
  private static final String ERASED = "erased";

  /** Things that share a name: who has more of them knows, and pairs of all would be too many. */
  private static final int MOST_ALIKE = 50;

  private final Session session;
  private final NodeSources sources;

  DuplicateFinder(Session session, NodeSources sources) {
    this.session = session;
    this.sources = sources;
  }

  /**
   * Which pairs.
   *
   * @param skipped how many come before them
   * @param size how many at most
   */
  record Asked(DuplicateKind kind, int skipped, int size) {}

  Map<Asked, List<LikelyDuplicate>> find(Collection<Asked> all) {
    return all.stream().collect(Collectors.toMap(Function.identity(), this::find));
  }

  private List<LikelyDuplicate> find(Asked asked) {
    Map<Pair, DuplicateReason> pairs = new HashMap<>();
    List<Thing> things = things(asked.kind());
    byName(things, pairs);
    if (asked.kind() == DuplicateKind.MEETING) {
      byPeople(pairs);
    }
    List<Pair> wanted =
        pairs.keySet().stream()
            .sorted(Comparator.comparing((Pair pair) -> pairs.get(pair)).thenComparing(ORDER))
            .skip(asked.skipped())
            .limit(asked.size())
            .toList();
    Map<UUID, ? extends Node> nodes =
        sources.ofType(
            asked.kind().name().toLowerCase(Locale.ROOT),
            wanted.stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.toSet()));
    return wanted.stream()
        .map(
            pair ->
                new LikelyDuplicate(
                    Objects.requireNonNull(nodes.get(pair.one())),
                    Objects.requireNonNull(nodes.get(pair.other())),
                    Objects.requireNonNull(pairs.get(pair))))
        .toList();
  }

  private static final Comparator<Pair> ORDER =
      Comparator.comparing((Pair pair) -> pair.one().toString())
          .thenComparing(pair -> pair.other().toString());

  private record Pair(UUID one, UUID other) {

    /** The same, whichever comes first. */
    static Pair of(UUID a, UUID b) {
      return a.toString().compareTo(b.toString()) < 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  /**
   * A thing with what it is known by.
   *
   * @param shared what two that are one have in common; null where it is not known
   * @param names fingerprints
   */
  private record Thing(UUID id, @Nullable String shared, Set<String> names) {

    boolean canBe(Thing other) {
      return !id.equals(other.id)
          && (shared == null || other.shared == null || shared.equals(other.shared));
    }
  }

  private List<Thing> things(DuplicateKind kind) {
    return session
        .createSelectionQuery(
            "select e.id, %s, %s from %s e order by e.id"
                .formatted(
                    kind.shared(), kind.hasTitle() ? "e.title" : "e.searchWords", kind.entity()),
            Object[].class)
        .getResultList()
        .stream()
        .map(
            row ->
                new Thing(
                    (UUID) row[0],
                    row[1] == null || row[1].toString().isEmpty() ? null : row[1].toString(),
                    fingerprints(
                        kind.hasTitle() ? Words.of(List.of((String) row[2])) : (String) row[2])))
        .toList();
  }

  private static Set<String> fingerprints(String searchWords) {
    return Words.ofEach(searchWords).stream()
        .map(name -> Words.distinctIn(name).stream().sorted().collect(Collectors.joining(" ")))
        .filter(name -> !name.isEmpty() && !name.equals(ERASED))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void byName(List<Thing> things, Map<Pair, DuplicateReason> pairs) {
    Map<String, List<Thing>> same = new HashMap<>();
    Map<String, List<Thing>> similar = new HashMap<>();
    for (Thing thing : things) {
      Set<String> shortened = new HashSet<>();
      for (String name : thing.names()) {
        same.computeIfAbsent(name, any -> new ArrayList<>()).add(thing);
        shortened.addAll(shortened(name));
      }
      shortened.forEach(name -> similar.computeIfAbsent(name, any -> new ArrayList<>()).add(thing));
    }
    addPairs(same.values(), DuplicateReason.SAME_NAME, pairs);
    addPairs(similar.values(), DuplicateReason.SIMILAR_NAME, pairs);
  }

  /** The name, and the name without each of its letters: two that differ in one share one. */
  private static Set<String> shortened(String name) {
    Set<String> shortened = new HashSet<>();
    if (name.length() >= SHORTEST_SIMILAR) {
      shortened.add(name);
      for (int at = 0; at < name.length(); at++) {
        shortened.add(name.substring(0, at) + name.substring(at + 1));
      }
    }
    return shortened;
  }

  private static void addPairs(
      Collection<List<Thing>> alike, DuplicateReason reason, Map<Pair, DuplicateReason> pairs) {
    for (List<Thing> things : alike) {
      for (int i = 0; i < Math.min(things.size(), MOST_ALIKE); i++) {
        for (int j = i + 1; j < Math.min(things.size(), MOST_ALIKE); j++) {
          if (things.get(i).canBe(things.get(j))) {
            pairs.putIfAbsent(Pair.of(things.get(i).id(), things.get(j).id()), reason);
          }
        }
      }
    }
  }

  private void byPeople(Map<Pair, DuplicateReason> pairs) {
    Map<LocalDate, Map<UUID, Set<UUID>>> ofDays = new HashMap<>();
    session
        .createSelectionQuery(
            "select m.date.earliest, e.meetingId, e.participantId from Participation e join Meeting m on m.id = e.meetingId"
                + " where m.date.earliest = m.date.latest",
            Object[].class)
        .getResultList()
        .forEach(
            row ->
                ofDays
                    .computeIfAbsent((LocalDate) row[0], any -> new HashMap<>())
                    .computeIfAbsent((UUID) row[1], any -> new HashSet<>())
                    .add((UUID) row[2]));
    for (Map<UUID, Set<UUID>> day : ofDays.values()) {
      List<UUID> meetings = List.copyOf(day.keySet());
      for (int i = 0; i < Math.min(meetings.size(), MOST_ALIKE); i++) {
        for (int j = i + 1; j < Math.min(meetings.size(), MOST_ALIKE); j++) {
          Set<UUID> both = new HashSet<>(Objects.requireNonNull(day.get(meetings.get(i))));
          both.retainAll(Objects.requireNonNull(day.get(meetings.get(j))));
          if (both.size() >= LEAST_PEOPLE) {
            pairs.merge(
                Pair.of(meetings.get(i), meetings.get(j)),
                DuplicateReason.SAME_PEOPLE,
                (known, people) -> known == DuplicateReason.SAME_NAME ? known : people);
          }
        }
      }
    }
  }
}
