package org.chancery.statement;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.chancery.account.Account;
import org.chancery.graphql.counting.Counting;
import org.chancery.graphql.counting.Tally;
import org.chancery.graphql.paging.Choice;
import org.chancery.graphql.paging.PageRequest;
import org.chancery.graphql.paging.Pages;
import org.chancery.graphql.paging.PagingArguments;
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
  private final Counting counting;
  private final Pages pages;

  @Inject
  StatementListApi(StatementRepository statements, Counting counting, Pages pages) {
    this.statements = statements;
    this.counting = counting;
    this.pages = pages;
  }

  @Query
  @NonNull
  @Description(
      "All statements: those of the newest meeting first, each meeting's in the order of its accounts.")
  public CompletionStage<StatementConnection> statements(
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            StatementRepository.ALL,
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(StatementConnection::new);
  }

  @Query
  @NonNull
  @Description(
      "How many statements there are of each sort, counted in the database. One that is of several sorts counts for each. The"
          + " most frequent sort first, or the newest year or month.")
  public CompletionStage<List<@NonNull Tally>> statementCounts(
      @NonNull @Name("by") @Description("What sorts them.") StatementDimension by,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable StatementFilter filter,
      @Name("first") @Description(PagingArguments.FIRST_OF_LIST) @Nullable Integer first) {
    return counting.of(by, filter, first, statements::counts);
  }

  @NonNull
  @Description(PagingArguments.TOTAL_COUNT)
  public CompletionStage<Integer> totalCount(@Source StatementConnection connection) {
    return pages.total(connection.page());
  }

  @NonNull
  @Description("What all its accounts report, account by account, each in its own order.")
  public CompletionStage<StatementConnection> statements(
      @Source Meeting meeting,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            StatementRepository.OF_MEETING,
            meeting.uuid(),
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(StatementConnection::new);
  }

  @NonNull
  @Description("What it reports, in its own order.")
  public CompletionStage<StatementConnection> statements(
      @Source Account account,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            StatementRepository.OF_ACCOUNT,
            account.uuid(),
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(StatementConnection::new);
  }

  @NonNull
  @Description("The statements that are about it, newest meeting first.")
  public CompletionStage<StatementConnection> statements(
      @Source Topic topic,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            StatementRepository.OF_TOPIC,
            topic.uuid(),
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(StatementConnection::new);
  }

  @NonNull
  @Description(
      "What the party as such is reported to have said, newest meeting first; what its people said stands with them.")
  public CompletionStage<StatementConnection> statements(
      @Source Party party,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            StatementRepository.OF_PARTY,
            party.uuid(),
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(StatementConnection::new);
  }

  @NonNull
  @Description("What they are reported to have said, newest meeting first.")
  public CompletionStage<StatementConnection> statements(
      @Source Participant participant,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable StatementFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable StatementOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            StatementRepository.OF_PARTICIPANT,
            participant.uuid(),
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(StatementConnection::new);
  }
}
