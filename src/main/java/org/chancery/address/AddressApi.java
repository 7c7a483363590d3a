package org.chancery.address;

import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.chancery.account.Account;
import org.chancery.event.Event;
import org.chancery.meeting.Meeting;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.party.Speaker;
import org.chancery.statement.Statement;
import org.chancery.topic.Topic;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The permanent address of each thing. */
@GraphQLApi
public class AddressApi {

  private static final String URL =
      "Its permanent address, to cite it by: answers JSON-LD, and sends a browser to a page. Relative to this service where"
          + " the operator has not said where it is found.";

  private final Addresses addresses;

  @Inject
  AddressApi(Addresses addresses) {
    this.addresses = addresses;
  }

  @NonNull
  @Description(URL)
  public CompletionStage<String> url(@Source Meeting meeting) {
    return at(AddressedKind.MEETING, meeting.getKey());
  }

  @NonNull
  @Description(URL)
  public CompletionStage<String> url(@Source Event event) {
    return at(AddressedKind.EVENT, event.getKey());
  }

  @NonNull
  @Description(URL)
  public CompletionStage<String> url(@Source Participant participant) {
    return at(AddressedKind.PARTICIPANT, participant.getKey());
  }

  @NonNull
  @Description(URL)
  public CompletionStage<String> url(@Source Account account) {
    return at(AddressedKind.ACCOUNT, account.getKey());
  }

  @NonNull
  @Description(URL)
  public CompletionStage<String> url(@Source Statement statement) {
    return at(AddressedKind.STATEMENT, statement.getKey());
  }

  @NonNull
  @Description(URL)
  public CompletionStage<String> url(@Source Party party) {
    return at(AddressedKind.PARTY, party.getKey());
  }

  @NonNull
  @Description(URL)
  public CompletionStage<String> url(@Source Topic topic) {
    return at(AddressedKind.TOPIC, topic.getKey());
  }

  @NonNull
  @Description(URL)
  public CompletionStage<String> url(@Source Speaker speaker) {
    return at(
        speaker instanceof Party ? AddressedKind.PARTY : AddressedKind.PARTICIPANT,
        speaker.getKey());
  }

  private CompletionStage<String> at(AddressedKind kind, String key) {
    return CompletableFuture.completedFuture(addresses.of(kind, key));
  }
}
