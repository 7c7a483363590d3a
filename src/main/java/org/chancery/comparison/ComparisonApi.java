package org.chancery.comparison;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.chancery.account.Account;
import org.chancery.account.AccountRepository;
import org.chancery.graphql.errors.Nearest;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.meeting.Meeting;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.party.Speaker;
import org.chancery.statement.Speakers;
import org.chancery.statement.Statement;
import org.chancery.statement.StatementPair;
import org.chancery.statement.StatementPlace;
import org.chancery.statement.StatementRepository;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Sets a meeting's accounts side by side. */
@GraphQLApi
public class ComparisonApi {

  private final AccountRepository accounts;
  private final StatementRepository statements;
  private final Speakers speakers;
  private final BatchLoading batchLoading;

  @Inject
  ComparisonApi(
      AccountRepository accounts,
      StatementRepository statements,
      Speakers speakers,
      BatchLoading batchLoading) {
    this.accounts = accounts;
    this.statements = statements;
    this.speakers = speakers;
    this.batchLoading = batchLoading;
  }

  @NonNull
  @Description(
      "Its accounts, side by side: what several report, what one alone does, what they dispute.")
  public CompletionStage<Comparison> comparison(
      @Source Meeting meeting,
      @Name("accounts")
          @Description(
              "The keys of the accounts to compare, as if there were no others; null for all of the meeting's.")
          @Nullable List<String> keys) {
    return batchLoading
        .loadKnown(meeting, this::reports)
        .thenApply(
            reports -> {
              List<Account> compared = choose(meeting, reports.accounts(), keys);
              Set<UUID> ids = compared.stream().map(Account::uuid).collect(Collectors.toSet());
              return Comparison.of(
                  compared,
                  reports.statements().stream()
                      .filter(place -> ids.contains(place.account()))
                      .toList(),
                  reports.pairs());
            });
  }

  /** All that is reported of one meeting. */
  private record Reports(
      List<Account> accounts, List<StatementPlace> statements, List<StatementPair> pairs) {}

  private Map<Meeting, Reports> reports(Collection<Meeting> meetings) {
    List<UUID> ids = meetings.stream().map(Meeting::uuid).toList();
    Map<UUID, List<Account>> reporting = accounts.ofMeetings(ids);
    Map<UUID, List<StatementPlace>> reported = statements.placesOfMeetings(ids);
    Map<UUID, List<StatementPair>> pairs = statements.pairsOfMeetings(ids);
    Map<Meeting, Reports> reports = new HashMap<>();
    for (Meeting meeting : meetings) {
      reports.put(
          meeting,
          new Reports(
              reporting.getOrDefault(meeting.uuid(), List.of()),
              reported.getOrDefault(meeting.uuid(), List.of()),
              pairs.getOrDefault(meeting.uuid(), List.of())));
    }
    return reports;
  }

  private static List<Account> choose(
      Meeting meeting, List<Account> accounts, @Nullable List<String> keys) {
    if (keys == null) {
      return accounts;
    }
    List<String> unknown = new ArrayList<>(keys);
    unknown.removeIf(key -> accounts.stream().anyMatch(one -> one.getKey().equals(key)));
    if (!unknown.isEmpty()) {
      throw RequestException.badInput(
          "The meeting \"%s\" has no account with the key %s. Its field \"accounts\" lists them.%s",
          meeting.getKey(),
          unknown.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(" or ")),
          Nearest.question(unknown.get(0), accounts.stream().map(Account::getKey).toList()));
    }
    return accounts.stream().filter(account -> keys.contains(account.getKey())).toList();
  }

  @NonNull
  @Description(
      "What they say. Every statement of theirs stands in one point; the points are in the order of their first"
          + " statements.")
  public CompletionStage<List<@NonNull Point>> points(
      @Source Comparison comparison,
      @Name("agreement")
          @Description("Only points in which the accounts stand so to each other; null for all.")
          @Nullable AgreementFilter agreement) {
    return CompletableFuture.completedFuture(
        agreement == null
            ? comparison.points()
            : comparison.points().stream()
                .filter(point -> agreement.admits(point.agreement()))
                .toList());
  }

  @NonNull
  @Description("The statements, account by account, each account's in its own order.")
  public CompletionStage<List<@NonNull Statement>> statements(@Source Point point) {
    return batchLoading.loadAllKnown(point.statementIds(), statements::mapByIds);
  }

  @NonNull
  @Description(
      "For each account that is compared, of whom it gives no word. Of accounts of which the record has no statement nobody knows:"
          + " they are left out.")
  public CompletionStage<List<@NonNull Silence>> silences(@Source Comparison comparison) {
    return BatchLoading.all(
        comparison.recorded().stream()
            .map(
                account ->
                    batchLoading
                        .loadList(account, speakers::silentOn)
                        .thenApply(silent -> silence(account, silent)))
            .toList());
  }

  private static Silence silence(Account account, List<Speaker> silent) {
    return new Silence(
        account,
        silent.stream().filter(Participant.class::isInstance).map(Participant.class::cast).toList(),
        silent.stream().filter(Party.class::isInstance).map(Party.class::cast).toList());
  }
}
