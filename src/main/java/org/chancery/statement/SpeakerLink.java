package org.chancery.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who said something, or to whom: exactly one of a participant and a party.
 *
 * @param participantId null where it is a party
 * @param partyId null where it is a participant
 */
@Embeddable
public record SpeakerLink(
    @Column(name = "speaker_participant_id") @Nullable UUID participantId,
    @Column(name = "speaker_party_id") @Nullable UUID partyId) {

  public SpeakerLink {
    if ((participantId == null) == (partyId == null)) {
      throw new IllegalArgumentException("A speaker is either a participant or a party.");
    }
  }

  public static SpeakerLink participant(UUID id) {
    return new SpeakerLink(id, null);
  }

  public static SpeakerLink party(UUID id) {
    return new SpeakerLink(null, id);
  }
}
