package org.chancery.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.account.Account;
import org.chancery.statement.LinkKind;
import org.chancery.statement.Statement;
import org.chancery.statement.StatementPair;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The accounts of one meeting, side by side. */
@Description("The accounts of one meeting, side by side.")
public record Comparison(
    @NonNull @Description("The accounts that are compared, in the order of the record.")
        List<@NonNull Account> accounts,
    @NonNull
        @Description(
            "What they say. Every statement of theirs stands in one point; the points are in the order of their first"
                + " statements.")
        List<@NonNull Point> points) {

  /**
   * Sets accounts side by side.
   *
   * @param accounts in the order of the record
   * @param statements theirs, in the order of the record
   * @param pairs the links of the meeting; those that reach beyond the accounts are passed over
   */
  static Comparison of(
      List<Account> accounts, List<Statement> statements, Collection<StatementPair> pairs) {
    Connected connected = new Connected(statements);
    for (StatementPair pair : pairs) {
      connected.join(pair);
    }
    return new Comparison(
        accounts,
        connected.groups().stream()
            .map(group -> point(accounts, group, connected.isDisputed(group)))
            .toList());
  }

  private static Point point(List<Account> accounts, List<Statement> group, boolean isDisputed) {
    List<Account> reporting = new ArrayList<>(accounts);
    reporting.removeIf(
        account -> group.stream().noneMatch(one -> one.accountId().equals(account.uuid())));
    List<Account> omitting = new ArrayList<>(accounts);
    omitting.removeAll(reporting);
    return new Point(
        group,
        reporting,
        omitting,
        isDisputed
            ? Agreement.DISPUTED
            : reporting.size() > 1 ? Agreement.AGREED : Agreement.SINGLE_SOURCE);
  }

  /** Statements in groups, each led by its first one. */
  private static final class Connected {

    private final Map<UUID, Statement> statements = new LinkedHashMap<>();
    private final Map<UUID, Integer> places = new HashMap<>();
    private final Map<UUID, UUID> leaders = new HashMap<>();
    private final List<StatementPair> contradictions = new ArrayList<>();

    Connected(List<Statement> all) {
      for (Statement statement : all) {
        places.put(statement.uuid(), statements.size());
        statements.put(statement.uuid(), statement);
        leaders.put(statement.uuid(), statement.uuid());
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

    private UUID leaderOf(UUID statement) {
      UUID at = statement;
      for (UUID next = leaders.get(at); next != null && !next.equals(at); next = leaders.get(at)) {
        at = next;
      }
      return at;
    }

    Collection<List<Statement>> groups() {
      Map<UUID, List<Statement>> groups = new LinkedHashMap<>();
      statements.forEach(
          (id, statement) ->
              groups.computeIfAbsent(leaderOf(id), any -> new ArrayList<>()).add(statement));
      return groups.values();
    }

    boolean isDisputed(List<Statement> group) {
      UUID leader = leaderOf(group.get(0).uuid());
      return contradictions.stream().anyMatch(pair -> leaderOf(pair.ends().get(0)).equals(leader));
    }
  }
}
