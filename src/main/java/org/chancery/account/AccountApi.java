package org.chancery.account;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.meeting.AccountKind;
import org.chancery.meeting.Meeting;
import org.chancery.meeting.MeetingRepository;
import org.chancery.party.Party;
import org.chancery.party.PartyRepository;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Accounts, and the meetings that they report. */
@GraphQLApi
public class AccountApi {

  private final AccountRepository accounts;
  private final MeetingRepository meetings;
  private final PartyRepository parties;
  private final BatchLoading batchLoading;

  @Inject
  AccountApi(
      AccountRepository accounts,
      MeetingRepository meetings,
      PartyRepository parties,
      BatchLoading batchLoading) {
    this.accounts = accounts;
    this.meetings = meetings;
    this.parties = parties;
    this.batchLoading = batchLoading;
  }

  @Query
  @Description("The account with this key; null where there is none.")
  public CompletionStage<@Nullable Account> account(
      @NonNull @Name("key") @Description("Such as \"2021-09-01-wang-kerry-press\".") String key) {
    return accounts.findByKey(key, batchLoading);
  }

  @NonNull
  @Description("The accounts that report it, side by side, in the order of the record.")
  public CompletionStage<List<@NonNull Account>> accounts(
      @Source Meeting meeting,
      @Name("kind") @Description("Only accounts of this kind.") @Nullable AccountKind kind) {
    if (kind == null) {
      return batchLoading.loadList(meeting.uuid(), accounts::ofMeetings);
    }
    return batchLoading.loadList(meeting.uuid(), kind, accounts::ofMeetingsOfKind);
  }

  @NonNull
  @Description("The meeting that it reports.")
  public CompletionStage<Meeting> meeting(@Source Account account) {
    return batchLoading.loadKnown(account.meetingId(), meetings::mapByIds);
  }

  @Description(
      "The party that published it, or whose state press did; null where it is neither side's.")
  public CompletionStage<@Nullable Party> side(@Source Account account) {
    return batchLoading.loadLink(account.sideId(), parties::mapByIds);
  }
}
