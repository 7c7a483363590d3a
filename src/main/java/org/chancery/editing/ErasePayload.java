package org.chancery.editing;

import java.util.List;
import org.chancery.revision.Revision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What came of erasing words.
 *
 * @param tried whether it was only tried
 */
@Description("What came of erasing words.")
public record ErasePayload(
    @Description(Descriptions.REVISION) @Nullable Revision revision,
    @NonNull @Description(Descriptions.USER_ERRORS) List<@NonNull UserError> userErrors,
    @Ignore boolean tried)
    implements Payload {

  @Override
  public ErasePayload undone() {
    return new ErasePayload(null, UserError.UNDONE, tried);
  }
}
