package org.chancery.editing;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.chancery.account.AccountRepository;
import org.chancery.document.Edit;
import org.chancery.document.RecordEditor;
import org.chancery.event.EventRepository;
import org.chancery.graphql.execution.GivenInput;
import org.chancery.graphql.idempotency.IdempotentRequests;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.viewer.Viewer;
import org.chancery.meeting.MeetingRepository;
import org.chancery.participant.ParticipantRepository;
import org.chancery.party.PartyRepository;
import org.chancery.record.RecordEntity;
import org.chancery.record.RecordRepository;
import org.chancery.revision.Author;
import org.chancery.revision.Revision;
import org.chancery.revision.RevisionRepository;
import org.chancery.revision.ThingKind;
import org.chancery.statement.LinkKind;
import org.chancery.statement.StatementRepository;
import org.chancery.topic.TopicRepository;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Records, amends and withdraws things, for those who may. */
@GraphQLApi
public class EditingApi {

  private final PartyRepository parties;
  private final TopicRepository topics;
  private final ParticipantRepository participants;
  private final EventRepository events;
  private final MeetingRepository meetings;
  private final AccountRepository accounts;
  private final StatementRepository statements;
  private final RevisionRepository revisions;
  private final RecordEditor editor;
  private final IdempotentRequests requests;

  @Inject
  EditingApi(
      PartyRepository parties,
      TopicRepository topics,
      ParticipantRepository participants,
      EventRepository events,
      MeetingRepository meetings,
      AccountRepository accounts,
      StatementRepository statements,
      RevisionRepository revisions,
      RecordEditor editor,
      IdempotentRequests requests) {
    this.parties = parties;
    this.topics = topics;
    this.participants = participants;
    this.events = events;
    this.meetings = meetings;
    this.accounts = accounts;
    this.statements = statements;
    this.revisions = revisions;
    this.editor = editor;
    this.requests = requests;
  }

  @Mutation
  @NonNull
  @Description("Records a party.")
  public CompletionStage<PartyPayload> recordParty(
      @NonNull @Name("input") @Description(Descriptions.INPUT) PartyInput input,
      @Name("reason") @Description(Descriptions.REASON) @Nullable String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        edit(reason, author -> editor.record(ThingKind.PARTY, input.given(), author)),
        validateOnly,
        parties,
        PartyPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Records a topic.")
  public CompletionStage<TopicPayload> recordTopic(
      @NonNull @Name("input") @Description(Descriptions.INPUT) TopicInput input,
      @Name("reason") @Description(Descriptions.REASON) @Nullable String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        edit(reason, author -> editor.record(ThingKind.TOPIC, input.given(), author)),
        validateOnly,
        topics,
        TopicPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Records a person.")
  public CompletionStage<ParticipantPayload> recordParticipant(
      @NonNull @Name("input") @Description(Descriptions.INPUT) ParticipantInput input,
      @Name("reason") @Description(Descriptions.REASON) @Nullable String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        edit(reason, author -> editor.record(ThingKind.PARTICIPANT, input.given(), author)),
        validateOnly,
        participants,
        ParticipantPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Records an event.")
  public CompletionStage<EventPayload> recordEvent(
      @NonNull @Name("input") @Description(Descriptions.INPUT) EventInput input,
      @Name("reason") @Description(Descriptions.REASON) @Nullable String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        edit(reason, author -> editor.record(ThingKind.EVENT, input.given(), author)),
        validateOnly,
        events,
        EventPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Records a meeting, with its participations, accounts, statements and links.")
  public CompletionStage<MeetingPayload> recordMeeting(
      @NonNull @Name("input") @Description(Descriptions.INPUT) MeetingInput input,
      @Name("reason") @Description(Descriptions.REASON) @Nullable String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        edit(reason, author -> editor.record(ThingKind.MEETING, input.given(), author)),
        validateOnly,
        meetings,
        MeetingPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Changes what the record says of a party.")
  public CompletionStage<PartyPayload> amendParty(
      @NonNull @Name("key") @Description(Descriptions.KEY) String key,
      @NonNull @Name("expectedVersion") @Description(Descriptions.EXPECTED_VERSION)
          Integer expectedVersion,
      @NonNull @Name("input") @Description(Descriptions.CHANGES) PartyInput input,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        amend(ThingKind.PARTY, key, expectedVersion, input, reason),
        validateOnly,
        parties,
        PartyPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Changes what the record says of a topic.")
  public CompletionStage<TopicPayload> amendTopic(
      @NonNull @Name("key") @Description(Descriptions.KEY) String key,
      @NonNull @Name("expectedVersion") @Description(Descriptions.EXPECTED_VERSION)
          Integer expectedVersion,
      @NonNull @Name("input") @Description(Descriptions.CHANGES) TopicInput input,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        amend(ThingKind.TOPIC, key, expectedVersion, input, reason),
        validateOnly,
        topics,
        TopicPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Changes what the record says of a participant.")
  public CompletionStage<ParticipantPayload> amendParticipant(
      @NonNull @Name("key") @Description(Descriptions.KEY) String key,
      @NonNull @Name("expectedVersion") @Description(Descriptions.EXPECTED_VERSION)
          Integer expectedVersion,
      @NonNull @Name("input") @Description(Descriptions.CHANGES) ParticipantInput input,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        amend(ThingKind.PARTICIPANT, key, expectedVersion, input, reason),
        validateOnly,
        participants,
        ParticipantPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Changes what the record says of an event.")
  public CompletionStage<EventPayload> amendEvent(
      @NonNull @Name("key") @Description(Descriptions.KEY) String key,
      @NonNull @Name("expectedVersion") @Description(Descriptions.EXPECTED_VERSION)
          Integer expectedVersion,
      @NonNull @Name("input") @Description(Descriptions.CHANGES) EventInput input,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        amend(ThingKind.EVENT, key, expectedVersion, input, reason),
        validateOnly,
        events,
        EventPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Changes what the record says of a meeting.")
  public CompletionStage<MeetingPayload> amendMeeting(
      @NonNull @Name("key") @Description(Descriptions.KEY) String key,
      @NonNull @Name("expectedVersion") @Description(Descriptions.EXPECTED_VERSION)
          Integer expectedVersion,
      @NonNull @Name("input") @Description(Descriptions.CHANGES) MeetingInput input,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        amend(ThingKind.MEETING, key, expectedVersion, input, reason),
        validateOnly,
        meetings,
        MeetingPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Changes what the record says of an account.")
  public CompletionStage<AccountPayload> amendAccount(
      @NonNull @Name("key") @Description(Descriptions.KEY) String key,
      @NonNull @Name("expectedVersion") @Description(Descriptions.EXPECTED_VERSION)
          Integer expectedVersion,
      @NonNull @Name("input") @Description(Descriptions.CHANGES) AccountInput input,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        amend(ThingKind.ACCOUNT, key, expectedVersion, input, reason),
        validateOnly,
        accounts,
        AccountPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Changes what the record says of a statement.")
  public CompletionStage<StatementPayload> amendStatement(
      @NonNull @Name("key") @Description(Descriptions.KEY) String key,
      @NonNull @Name("expectedVersion") @Description(Descriptions.EXPECTED_VERSION)
          Integer expectedVersion,
      @NonNull @Name("input") @Description(Descriptions.CHANGES) StatementInput input,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        amend(ThingKind.STATEMENT, key, expectedVersion, input, reason),
        validateOnly,
        statements,
        StatementPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Records another account of a meeting, with its statements.")
  public CompletionStage<AccountPayload> recordAccount(
      @NonNull @Name("meeting") @Description("The key of the meeting.") String meeting,
      @NonNull @Name("input") @Description(Descriptions.INPUT) AccountInput input,
      @Name("reason") @Description(Descriptions.REASON) @Nullable String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        edit(reason, author -> editor.recordAccount(meeting, input.given(), author)),
        validateOnly,
        accounts,
        AccountPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Records another statement of an account.")
  public CompletionStage<StatementPayload> recordStatement(
      @NonNull @Name("account") @Description("The key of the account.") String account,
      @NonNull @Name("input") @Description(Descriptions.INPUT) StatementInput input,
      @Name("after")
          @Description("The key of the statement that it follows; null for the end of the account.")
          @Nullable String after,
      @Name("reason") @Description(Descriptions.REASON) @Nullable String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        edit(reason, author -> editor.recordStatement(account, after, input.given(), author)),
        validateOnly,
        statements,
        StatementPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Records how two statements of two accounts of one meeting stand to each other.")
  public CompletionStage<StatementPayload> linkStatements(
      @NonNull @Name("statements") @Description("The keys of the two.") List<@NonNull String> keys,
      @NonNull @Name("kind") @Description("How they stand to each other.") LinkKind kind,
      @Name("reason") @Description(Descriptions.REASON) @Nullable String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        edit(reason, author -> editor.link(keys, kind.name(), author)),
        validateOnly,
        statements,
        StatementPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Takes back how two statements stand to each other.")
  public CompletionStage<StatementPayload> unlinkStatements(
      @NonNull @Name("statements") @Description("The keys of the two.") List<@NonNull String> keys,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    return answer(
        edit(reason, author -> editor.unlink(keys, author)),
        validateOnly,
        statements,
        StatementPayload::new);
  }

  @Mutation
  @NonNull
  @Description("Takes something out of the record, with all that it carries. Its history stays.")
  public CompletionStage<WithdrawPayload> withdraw(
      @NonNull
          @Name("kind")
          @Description("What it is; participations and links go with an amendment.")
          WithdrawableKind kind,
      @NonNull @Name("key") @Description(Descriptions.KEY) String key,
      @NonNull @Name("expectedVersion") @Description(Descriptions.EXPECTED_VERSION)
          Integer expectedVersion,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    Edit edit =
        edit(
            reason,
            author ->
                editor.withdraw(ThingKind.valueOf(kind.name()), key, expectedVersion, author));
    return CompletableFuture.completedFuture(
        new WithdrawPayload(revision(edit), errors(edit), Boolean.TRUE.equals(validateOnly)));
  }

  @Mutation
  @NonNull
  @Description(
      "Makes one of two things that are one. Whatever names the one that goes names the other from then on; its key and its id"
          + " lead there, in queries, filters, addresses and documents. Where both stand as what can stand once (twice among"
          + " the participations of a meeting, or the speakers of a statement), that is told as a CONFLICT: decide there first."
          + " What the one that goes says of itself is not taken over. undo takes a merge back. For curators.")
  public CompletionStage<MergePayload> merge(
      @NonNull @Name("kind") @Description("What both are.") MergeableKind kind,
      @NonNull @Name("kept") @Description("The key of the one that stays.") String kept,
      @NonNull @Name("merged") @Description("The key of the one that goes.") String merged,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    Edit edit =
        editor.merge(
            ThingKind.valueOf(kind.name()),
            kept,
            merged,
            new Author(Viewer.current().curator(), reason));
    RecordRepository<?> things =
        switch (kind) {
          case PARTY -> parties;
          case TOPIC -> topics;
          case PARTICIPANT -> participants;
          case EVENT -> events;
        };
    return CompletableFuture.completedFuture(
        new MergePayload(
            (Node) thing(things, edit),
            revision(edit),
            errors(edit),
            Boolean.TRUE.equals(validateOnly)));
  }

  @Mutation
  @NonNull
  @Description(
      "Takes back what a revision did, as a new revision: what it recorded is withdrawn, what it amended is as it was before, and"
          + " what it withdrew is there again. What was changed since is not touched: each such thing is told as a CONFLICT. For"
          + " curators.")
  public CompletionStage<UndoPayload> undo(
      @NonNull @Name("revision") @Description("The number of the revision.") Integer number,
      @NonNull @Name("reason") @Description(Descriptions.REASON) String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    Edit edit = editor.undo(number, new Author(Viewer.current().curator(), reason));
    return CompletableFuture.completedFuture(
        new UndoPayload(revision(edit), errors(edit), Boolean.TRUE.equals(validateOnly)));
  }

  @Mutation
  @NonNull
  @Description(
      "Erases words of something, and of what it carries, from the record as it is and as it ever was, from what tells of its"
          + " changes and from what searches find; answers kept for Idempotency-Key are forgotten. \"[erased]\" stands for them, in texts"
          + " with as many characters as they had; addresses with such words go as a whole. Of a statement, they go from the text of"
          + " its account too. Nothing brings them back, and undo does not either. The key stays, as does all that is no words: see"
          + " docs/api.md for what this cannot reach. For curators.")
  public CompletionStage<ErasePayload> erase(
      @NonNull @Name("kind") @Description("What it is.") WithdrawableKind kind,
      @NonNull @Name("key") @Description("Its key; also of what was withdrawn or merged.")
          String key,
      @Name("passages")
          @Description(
              "The words, letter by letter: they go wherever they stand in it, and in the reasons of the revisions that changed it."
                  + " Null for all words of it.")
          @Nullable List<String> passages,
      @NonNull
          @Name("reason")
          @Description("Why, without the words themselves: up to 2,000 characters.")
          String reason,
      @Name("validateOnly") @Description(Descriptions.VALIDATE_ONLY)
          @Nullable Boolean validateOnly) {
    Edit edit =
        editor.erase(
            ThingKind.valueOf(kind.name()),
            key,
            passages,
            new Author(Viewer.current().curator(), reason));
    if (edit.faults().isEmpty()) {
      requests.forgetAnswers();
    }
    return CompletableFuture.completedFuture(
        new ErasePayload(revision(edit), errors(edit), Boolean.TRUE.equals(validateOnly)));
  }

  private Edit amend(
      ThingKind kind, String key, int expectedVersion, GivenInput input, String reason) {
    return edit(reason, author -> editor.amend(kind, key, expectedVersion, input.given(), author));
  }

  private static Edit edit(@Nullable String reason, Function<Author, Edit> edit) {
    return edit.apply(new Author(Viewer.current().editor(), reason));
  }

  private <E extends RecordEntity, P> CompletionStage<P> answer(
      Edit edit,
      @Nullable Boolean validateOnly,
      RecordRepository<E> things,
      PayloadOf<E, P> payload) {
    return CompletableFuture.completedFuture(
        payload.of(
            thing(things, edit), revision(edit), errors(edit), Boolean.TRUE.equals(validateOnly)));
  }

  /** Makes the payload of a mutation. */
  @FunctionalInterface
  private interface PayloadOf<E, P> {
    P of(@Nullable E thing, @Nullable Revision revision, List<UserError> errors, boolean tried);
  }

  private static <E extends RecordEntity> @Nullable E thing(RecordRepository<E> things, Edit edit) {
    UUID id = edit.thing();
    return id == null ? null : things.mapByIds(List.of(id)).get(id);
  }

  private @Nullable Revision revision(Edit edit) {
    Integer number = edit.revision();
    return number == null ? null : revisions.mapByNumbers(List.of(number)).get(number);
  }

  private static List<UserError> errors(Edit edit) {
    return edit.faults().stream().map(UserError::of).toList();
  }
}
