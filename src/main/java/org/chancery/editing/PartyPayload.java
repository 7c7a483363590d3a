package org.chancery.editing;

import java.util.List;
import org.chancery.party.Party;
import org.chancery.revision.Revision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What came of writing one thing of this type.
 *
 * @param tried whether it was only tried
 */
@Description("What came of writing a party.")
public record PartyPayload(
    @Description(Descriptions.THING) @Nullable Party party,
    @Description(Descriptions.REVISION) @Nullable Revision revision,
    @NonNull @Description(Descriptions.USER_ERRORS) List<@NonNull UserError> userErrors,
    @Ignore boolean tried)
    implements Payload {

  @Override
  public PartyPayload undone() {
    return new PartyPayload(null, null, UserError.UNDONE, tried);
  }
}
