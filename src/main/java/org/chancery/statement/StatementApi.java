package org.chancery.statement;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.chancery.account.Account;
import org.chancery.account.AccountRepository;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.meeting.Meeting;
import org.chancery.meeting.MeetingRepository;
import org.chancery.party.Speaker;
import org.chancery.topic.Topic;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** A statement, and all that it is linked to. */
@GraphQLApi
public class StatementApi {

  private final StatementRepository statements;
  private final AccountRepository accounts;
  private final MeetingRepository meetings;
  private final Speakers speakers;
  private final BatchLoading batchLoading;

  @Inject
  StatementApi(
      StatementRepository statements,
      AccountRepository accounts,
      MeetingRepository meetings,
      Speakers speakers,
      BatchLoading batchLoading) {
    this.statements = statements;
    this.accounts = accounts;
    this.meetings = meetings;
    this.speakers = speakers;
    this.batchLoading = batchLoading;
  }

  @Query
  @Description("The statement with this key; null where there is none.")
  public CompletionStage<@Nullable Statement> statement(
      @NonNull @Name("key") @Description("Such as \"2021-09-01-wang-kerry-press-11\".")
          String key) {
    return statements.findByKey(key, batchLoading);
  }

  @NonNull
  @Description("The meeting at which it was said.")
  public CompletionStage<Meeting> meeting(@Source Statement statement) {
    return batchLoading.loadKnown(statement.meetingId(), meetings::mapByIds);
  }

  @NonNull
  @Description("The account that reports it.")
  public CompletionStage<Account> account(@Source Statement statement) {
    return batchLoading.loadKnown(statement.accountId(), accounts::mapByIds);
  }

  @NonNull
  @Description(
      "Who said it, as the account has it: one, or several together, in the order in which it names them.")
  public CompletionStage<List<@NonNull Speaker>> speakers(@Source Statement statement) {
    return batchLoading.loadList(statement.uuid(), speakers::speakers);
  }

  @NonNull
  @Description("To whom it was said; empty where the account does not say.")
  public CompletionStage<List<@NonNull Speaker>> addressees(@Source Statement statement) {
    return batchLoading.loadList(statement.uuid(), speakers::addressees);
  }

  @NonNull
  @Description("The words in it that the account gives as spoken, in their order.")
  public CompletionStage<List<@NonNull Quotation>> quotations(@Source Statement statement) {
    return batchLoading.loadList(statement.uuid(), statements::quotationsOf);
  }

  @NonNull
  @Description("What it is about.")
  public CompletionStage<List<@NonNull Topic>> topics(@Source Statement statement) {
    return batchLoading.loadList(statement.uuid(), statements::topicsOf);
  }

  @Description(
      "The statement of the same account through which alone this one is known; null where the account reports it itself.")
  public CompletionStage<@Nullable Statement> reportedIn(@Source Statement statement) {
    return batchLoading.loadLink(statement.reportedInId(), statements::mapByIds);
  }

  @NonNull
  @Description("The statements that are known only because this one reports them.")
  public CompletionStage<List<@NonNull Statement>> reports(@Source Statement statement) {
    return batchLoading.loadList(statement.uuid(), statements::reportedIn);
  }

  @Description("The statement that stands before it in its account; null for the first.")
  public CompletionStage<@Nullable Statement> previous(@Source Statement statement) {
    return batchLoading.load(statement.uuid(), statements::before);
  }

  @Description("The statement that stands after it in its account; null for the last.")
  public CompletionStage<@Nullable Statement> next(@Source Statement statement) {
    return batchLoading.load(statement.uuid(), statements::after);
  }

  @NonNull
  @Description(
      "The chain of those who answer for it, from the account's publisher to those who said this statement.")
  public CompletionStage<List<@NonNull AttributionLink>> attribution(@Source Statement statement) {
    return batchLoading.loadList(statement, this::attributions);
  }

  @NonNull
  @Description("Who makes this link's statement, in the order in which the account names them.")
  public CompletionStage<List<@NonNull Speaker>> speakers(@Source StatementAttribution link) {
    return batchLoading.loadList(link.statement().uuid(), speakers::speakers);
  }

  @Description(
      "Where it stands in its account's text; null where the record does not say, or does not keep the text.")
  public CompletionStage<@Nullable TextAnchor> anchor(@Source Statement statement) {
    return batchLoading.loadLink(statement.isAnchored() ? statement : null, this::anchors);
  }

  private Map<Statement, TextAnchor> anchors(Collection<Statement> anchored) {
    Map<UUID, Account> texts =
        accounts.mapByIds(anchored.stream().map(Statement::accountId).distinct().toList());
    accounts.readTexts(texts.values());
    Map<Statement, TextAnchor> anchors = new HashMap<>();
    for (Statement statement : anchored) {
      Account account = texts.get(statement.accountId());
      TextAnchor anchor = statement.anchorIn(account == null ? null : account.getText());
      if (anchor != null) {
        anchors.put(statement, anchor);
      }
    }
    return anchors;
  }

  @NonNull
  @Description(
      "The statements of other accounts that corroborate or contradict it, in the order of the meeting's accounts.")
  public CompletionStage<List<@NonNull StatementLink>> links(@Source Statement statement) {
    return batchLoading.loadList(statement.uuid(), statements::linksOf);
  }

  @Description(
      "Who took part in the meeting and is quoted nowhere in this account: people who say nothing in it, then parties of"
          + " which neither they nor any of their people says anything. Null where the record has no statement of the account:"
          + " whom it is silent on is not known.")
  public CompletionStage<@Nullable List<@NonNull Speaker>> silentOn(@Source Account account) {
    return batchLoading.load(account, speakers::silentOn);
  }

  private Map<Statement, List<AttributionLink>> attributions(Collection<Statement> asked) {
    Map<UUID, List<Statement>> chains =
        statements.chainsOf(asked.stream().map(Statement::uuid).toList());
    Map<UUID, Account> reporting =
        accounts.mapByIds(asked.stream().map(Statement::accountId).distinct().toList());
    Map<Statement, List<AttributionLink>> found = new HashMap<>();
    for (Statement statement : asked) {
      Account account = Objects.requireNonNull(reporting.get(statement.accountId()));
      List<AttributionLink> chain = new ArrayList<>();
      chain.add(new PublisherAttribution(account));
      chains
          .getOrDefault(statement.uuid(), List.of())
          .forEach(link -> chain.add(new StatementAttribution(account, link)));
      found.put(statement, chain);
    }
    return found;
  }
}
