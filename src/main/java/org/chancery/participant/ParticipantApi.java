package org.chancery.participant;

import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.execution.Batches;
import org.chancery.graphql.paging.Choice;
import org.chancery.graphql.paging.PageRequest;
import org.chancery.graphql.paging.Pages;
import org.chancery.graphql.paging.PagingArguments;
import org.chancery.party.Party;
import org.chancery.party.PartyRepository;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Participants, and what parties they are of. */
@GraphQLApi
public class ParticipantApi {

  private final ParticipantRepository participants;
  private final PartyRepository parties;
  private final Batches batches;
  private final Pages pages;

  @Inject
  ParticipantApi(
      ParticipantRepository participants, PartyRepository parties, Batches batches, Pages pages) {
    this.participants = participants;
    this.parties = parties;
    this.batches = batches;
    this.pages = pages;
  }

  @Query
  @Description("The participant with this key; null where there is none.")
  public CompletionStage<@Nullable Participant> participant(
      @NonNull @Name("key") @Description("Such as \"wang-yi\".") String key) {
    return batches.load(key, participants::mapByKeys);
  }

  @Query
  @NonNull
  @Description("All participants, by key.")
  public CompletionStage<ParticipantConnection> participants(
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable ParticipantFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable ParticipantOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            ParticipantRepository.ALL,
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(ParticipantConnection::new);
  }

  @NonNull
  @Description(PagingArguments.TOTAL_COUNT)
  public CompletionStage<Integer> totalCount(@Source ParticipantConnection connection) {
    return pages.total(connection.page());
  }

  @Description(
      "The party that they act for as a rule; null where the record does not say. Each participation has its own.")
  public CompletionStage<@Nullable Party> party(@Source Participant participant) {
    return batches.loadLink(participant.partyId(), parties::mapByIds);
  }

  @NonNull
  @Description("The people who act for this party as a rule, by key.")
  public CompletionStage<ParticipantConnection> participants(
      @Source Party party,
      @Name("filter") @Description(PagingArguments.FILTER) @Nullable ParticipantFilter filter,
      @Name("orderBy") @Description(PagingArguments.ORDER_BY) @Nullable ParticipantOrder orderBy,
      @Name("first") @Description(PagingArguments.FIRST) @Nullable Integer first,
      @Name("after") @Description(PagingArguments.AFTER) @Nullable String after,
      @Name("last") @Description(PagingArguments.LAST) @Nullable Integer last,
      @Name("before") @Description(PagingArguments.BEFORE) @Nullable String before) {
    return pages
        .of(
            ParticipantRepository.OF_PARTY,
            party.uuid(),
            Choice.of(filter, orderBy),
            PageRequest.of(first, after, last, before))
        .thenApply(ParticipantConnection::new);
  }
}
