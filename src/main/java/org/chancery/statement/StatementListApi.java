package org.chancery.statement;

import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.chancery.account.Account;
import org.chancery.graphql.counting.Count;
import org.chancery.graphql.counting.CountFetcher;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Descriptions;
import org.chancery.graphql.paging.ListQuery;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.paging.Pages;
import org.chancery.meeting.Meeting;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.topic.Topic;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Statements in pages: all of them, and those of everything that leads to statements. */
@GraphQLApi
public class StatementListApi {

  private final StatementRepository statements;
  private final CountFetcher countFetcher;
  private final Pages pages;

  @Inject
  StatementListApi(StatementRepository statements, CountFetcher countFetcher, Pages pages) {
    this.statements = statements;
    this.countFetcher = countFetcher;
    this.pages = pages;
  }

  @Query
  @Description(
      "All statements: those of the newest meeting first, each meeting's in the order of its accounts. Null only beside an error.")
  public CompletionStage<StatementConnection> statements(
      @Name("filter") @Description(Descriptions.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("page") PageArguments page) {
    return pages
        .connection(StatementRepository.ALL, ListQuery.of(filter, orderBy), page)
        .thenApply(StatementConnection::new);
  }

  @Query
  @Description(
      "How many statements there are of each sort, counted in the database. One that is of several sorts counts for each. The"
          + " most frequent sort first, or the newest year or month; those of which it is not known last. Null only beside an error.")
  public CompletionStage<Connection<Count>> statementCounts(
      @NonNull @Name("by") @Description("The grouping.") StatementDimension by,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable StatementFilter filter,
      @Name("page") PageArguments page) {
    return countFetcher.of("Query.statementCounts", by, filter, page, statements::counts);
  }

  @NonNull
  @Description("What all its accounts report, account by account, each in its own order.")
  public CompletionStage<StatementConnection> statements(
      @Source Meeting meeting,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("page") PageArguments page) {
    return pages
        .connection(
            StatementRepository.OF_MEETING, meeting.uuid(), ListQuery.of(filter, orderBy), page)
        .thenApply(StatementConnection::new);
  }

  @NonNull
  @Description("What it reports, in its own order.")
  public CompletionStage<StatementConnection> statements(
      @Source Account account,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("page") PageArguments page) {
    return pages
        .connection(
            StatementRepository.OF_ACCOUNT, account.uuid(), ListQuery.of(filter, orderBy), page)
        .thenApply(StatementConnection::new);
  }

  @NonNull
  @Description("The statements that are about it, newest meeting first.")
  public CompletionStage<StatementConnection> statements(
      @Source Topic topic,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("page") PageArguments page) {
    return pages
        .connection(StatementRepository.OF_TOPIC, topic.uuid(), ListQuery.of(filter, orderBy), page)
        .thenApply(StatementConnection::new);
  }

  @NonNull
  @Description(
      "What the party as such is reported to have said, newest meeting first; what its people said stands with them.")
  public CompletionStage<StatementConnection> statements(
      @Source Party party,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("page") PageArguments page) {
    return pages
        .connection(StatementRepository.OF_PARTY, party.uuid(), ListQuery.of(filter, orderBy), page)
        .thenApply(StatementConnection::new);
  }

  @NonNull
  @Description("What they are reported to have said, newest meeting first.")
  public CompletionStage<StatementConnection> statements(
      @Source Participant participant,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("page") PageArguments page) {
    return pages
        .connection(
            StatementRepository.OF_PARTICIPANT,
            participant.uuid(),
            ListQuery.of(filter, orderBy),
            page)
        .thenApply(StatementConnection::new);
  }
}
