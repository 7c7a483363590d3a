package org.chancery.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.account.Account;
import org.chancery.statement.LinkKind;
import org.chancery.statement.StatementPair;
import org.chancery.statement.StatementPlace;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The accounts of one meeting, side by side.
 *
 * @param recorded those of which the record has statements: of what others leave out nobody knows
 */
@Description("The accounts of one meeting, side by side.")
public record Comparison(
    @NonNull @Description("The accounts that are compared, in the order of the record.")
        List<@NonNull Account> accounts,
    @Ignore List<Account> recorded,
    @Ignore List<Point> points) {

  /**
   * Sets accounts side by side.
   *
   * @param accounts in the order of the record
   * @param statements theirs, in the order of the record
   * @param pairs the links of the meeting; those that reach beyond the accounts are passed over
   */
  static Comparison of(
      List<Account> accounts, List<StatementPlace> statements, Collection<StatementPair> pairs) {
    Connected connected = new Connected(statements);
    pairs.forEach(connected::join);
    Set<UUID> disputed = connected.disputed();
    Set<UUID> reporting =
        statements.stream().map(StatementPlace::account).collect(Collectors.toSet());
    List<Account> recorded =
        accounts.stream().filter(account -> reporting.contains(account.uuid())).toList();
    List<Point> points = new ArrayList<>();
    connected
        .groups()
        .forEach((leader, group) -> points.add(point(recorded, group, disputed.contains(leader))));
    return new Comparison(accounts, recorded, points);
  }

  private static Point point(
      List<Account> accounts, List<StatementPlace> group, boolean isDisputed) {
    Set<UUID> having = group.stream().map(StatementPlace::account).collect(Collectors.toSet());
    Map<Boolean, List<Account>> reporting =
        accounts.stream()
            .collect(Collectors.partitioningBy(account -> having.contains(account.uuid())));
    return new Point(
        group.stream().map(StatementPlace::statement).toList(),
        List.copyOf(reporting.getOrDefault(true, List.of())),
        List.copyOf(reporting.getOrDefault(false, List.of())),
        isDisputed
            ? Agreement.DISPUTED
            : having.size() > 1 ? Agreement.AGREED : Agreement.SINGLE_SOURCE);
  }

  /** Statements in groups, each led by its first one. */
  private static final class Connected {

    private final Map<UUID, StatementPlace> statements = new LinkedHashMap<>();
    private final Map<UUID, Integer> places = new HashMap<>();
    private final Map<UUID, UUID> leaders = new HashMap<>();
    private final List<StatementPair> contradictions = new ArrayList<>();

    Connected(List<StatementPlace> all) {
      for (StatementPlace place : all) {
        UUID id = place.statement();
        places.put(id, statements.size());
        statements.put(id, place);
        leaders.put(id, id);
      }
    }

    void join(StatementPair pair) {
      if (!statements.keySet().containsAll(pair.ends())) {
        return;
      }
      UUID one = leaderOf(pair.ends().get(0));
      UUID other = leaderOf(pair.ends().get(1));
      boolean oneFirst = placeOf(one) < placeOf(other);
      leaders.put(oneFirst ? other : one, oneFirst ? one : other);
      if (pair.kind() == LinkKind.CONTRADICTS) {
        contradictions.add(pair);
      }
    }

    private int placeOf(UUID statement) {
      return places.getOrDefault(statement, Integer.MAX_VALUE);
    }

    /** Shortens the way to the leader as it goes: a meeting can have thousands of statements. */
    private UUID leaderOf(UUID statement) {
      UUID at = statement;
      UUID next = leaders.getOrDefault(at, at);
      while (!next.equals(at)) {
        UUID afterNext = leaders.getOrDefault(next, next);
        leaders.put(at, afterNext);
        at = next;
        next = afterNext;
      }
      return at;
    }

    Map<UUID, List<StatementPlace>> groups() {
      Map<UUID, List<StatementPlace>> groups = new LinkedHashMap<>();
      statements.forEach(
          (id, place) -> groups.computeIfAbsent(leaderOf(id), any -> new ArrayList<>()).add(place));
      return groups;
    }

    /** The leaders of those groups in which statements contradict each other. */
    Set<UUID> disputed() {
      return contradictions.stream()
          .map(pair -> leaderOf(pair.ends().get(0)))
          .collect(Collectors.toSet());
    }
  }
}
