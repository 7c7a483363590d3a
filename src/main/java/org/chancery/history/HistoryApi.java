package org.chancery.history;

import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.chancery.account.Account;
import org.chancery.event.Event;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.ConnectionSource;
import org.chancery.graphql.paging.ListQuery;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.graphql.paging.Pages;
import org.chancery.meeting.Meeting;
import org.chancery.meeting.Participation;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.revision.RecordChange;
import org.chancery.revision.RevisionRepository;
import org.chancery.statement.Statement;
import org.chancery.topic.Topic;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What became of each thing. */
@GraphQLApi
public class HistoryApi {

  private static final String HISTORY =
      "What became of it since it was recorded, the first change first. What it carries has a history of its own.";

  private static final ConnectionSource<RecordChange> OF_PARTY =
      RevisionRepository.history("Party.history");

  private static final ConnectionSource<RecordChange> OF_TOPIC =
      RevisionRepository.history("Topic.history");

  private static final ConnectionSource<RecordChange> OF_PARTICIPANT =
      RevisionRepository.history("Participant.history");

  private static final ConnectionSource<RecordChange> OF_EVENT =
      RevisionRepository.history("Event.history");

  private static final ConnectionSource<RecordChange> OF_MEETING =
      RevisionRepository.history("Meeting.history");

  private static final ConnectionSource<RecordChange> OF_PARTICIPATION =
      RevisionRepository.history("Participation.history");

  private static final ConnectionSource<RecordChange> OF_ACCOUNT =
      RevisionRepository.history("Account.history");

  private static final ConnectionSource<RecordChange> OF_STATEMENT =
      RevisionRepository.history("Statement.history");

  private final Pages pages;

  @Inject
  HistoryApi(Pages pages) {
    this.pages = pages;
  }

  @NonNull
  @Description(HISTORY)
  public CompletionStage<Connection<RecordChange>> history(
      @Source Party party, @Name("page") PageArguments page) {
    return pages.connection(OF_PARTY, party.uuid(), ListQuery.all(), page);
  }

  @NonNull
  @Description(HISTORY)
  public CompletionStage<Connection<RecordChange>> history(
      @Source Topic topic, @Name("page") PageArguments page) {
    return pages.connection(OF_TOPIC, topic.uuid(), ListQuery.all(), page);
  }

  @NonNull
  @Description(HISTORY)
  public CompletionStage<Connection<RecordChange>> history(
      @Source Participant participant, @Name("page") PageArguments page) {
    return pages.connection(OF_PARTICIPANT, participant.uuid(), ListQuery.all(), page);
  }

  @NonNull
  @Description(HISTORY)
  public CompletionStage<Connection<RecordChange>> history(
      @Source Event event, @Name("page") PageArguments page) {
    return pages.connection(OF_EVENT, event.uuid(), ListQuery.all(), page);
  }

  @NonNull
  @Description(HISTORY)
  public CompletionStage<Connection<RecordChange>> history(
      @Source Meeting meeting, @Name("page") PageArguments page) {
    return pages.connection(OF_MEETING, meeting.uuid(), ListQuery.all(), page);
  }

  @NonNull
  @Description(HISTORY)
  public CompletionStage<Connection<RecordChange>> history(
      @Source Participation participation, @Name("page") PageArguments page) {
    return pages.connection(OF_PARTICIPATION, participation.uuid(), ListQuery.all(), page);
  }

  @NonNull
  @Description(HISTORY)
  public CompletionStage<Connection<RecordChange>> history(
      @Source Account account, @Name("page") PageArguments page) {
    return pages.connection(OF_ACCOUNT, account.uuid(), ListQuery.all(), page);
  }

  @NonNull
  @Description(HISTORY)
  public CompletionStage<Connection<RecordChange>> history(
      @Source Statement statement, @Name("page") PageArguments page) {
    return pages.connection(OF_STATEMENT, statement.uuid(), ListQuery.all(), page);
  }
}
