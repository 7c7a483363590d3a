package org.chancery.participant;

import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.counting.Count;
import org.chancery.graphql.counting.CountFetcher;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Descriptions;
import org.chancery.graphql.paging.ListQuery;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.paging.Pages;
import org.chancery.party.Party;
import org.chancery.party.PartyRepository;
import org.chancery.record.NameFetcher;
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
  private final BatchLoading batchLoading;
  private final CountFetcher countFetcher;
  private final Pages pages;

  @Inject
  ParticipantApi(
      ParticipantRepository participants,
      PartyRepository parties,
      BatchLoading batchLoading,
      CountFetcher countFetcher,
      Pages pages) {
    this.participants = participants;
    this.parties = parties;
    this.batchLoading = batchLoading;
    this.countFetcher = countFetcher;
    this.pages = pages;
  }

  @Query
  @Description("The participant with this key; null where there is none.")
  public CompletionStage<@Nullable Participant> participant(
      @NonNull @Name("key") @Description("Such as \"wang-yi\".") String key) {
    return participants.findByKey(key, batchLoading);
  }

  @Query
  @Description("All participants, by key. Null only beside an error.")
  public CompletionStage<Connection<Participant>> participants(
      @Name("filter") @Description(Descriptions.FILTER) @Nullable ParticipantFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable ParticipantOrder orderBy,
      @Name("page") PageArguments page) {
    return pages.connection(ParticipantRepository.ALL, ListQuery.of(filter, orderBy), page);
  }

  @Query
  @Description(
      "How many participants there are of each sort, counted in the database. One that is of several sorts counts for each. The"
          + " most frequent sort first; those of which it is not known last. Null only beside an error.")
  public CompletionStage<Connection<Count>> participantCounts(
      @NonNull @Name("by") @Description("The grouping.") ParticipantDimension by,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable ParticipantFilter filter,
      @Name("page") PageArguments page) {
    return countFetcher.of("Query.participantCounts", by, filter, page, participants::counts);
  }

  @Description(
      "The party that they act for as a rule; null where the record does not say. Each participation has its own.")
  public CompletionStage<@Nullable Party> party(@Source Participant participant) {
    return batchLoading.loadLink(participant.partyId(), parties::mapByIds);
  }

  @NonNull
  @Description("The people who act for this party as a rule, by key.")
  public CompletionStage<Connection<Participant>> participants(
      @Source Party party,
      @Name("filter") @Description(Descriptions.FILTER) @Nullable ParticipantFilter filter,
      @Name("orderBy") @Description(Descriptions.ORDER_BY) @Nullable ParticipantOrder orderBy,
      @Name("page") PageArguments page) {
    return pages.connection(
        ParticipantRepository.OF_PARTY, party.uuid(), ListQuery.of(filter, orderBy), page);
  }

  @NonNull
  @Description("The name as the record uses it, in the order in which it is spoken.")
  public CompletionStage<String> name(
      @Source Participant participant,
      @Name("language") @Description(NameFetcher.LANGUAGE) @Nullable String language) {
    return NameFetcher.of(participant, language, batchLoading);
  }
}
