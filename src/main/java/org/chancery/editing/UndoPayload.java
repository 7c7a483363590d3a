package org.chancery.editing;

import java.util.List;
import org.chancery.revision.Revision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What came of taking a revision back.
 *
 * @param tried whether it was only tried
 */
@Description("What came of taking back what a revision did.")
public record UndoPayload(
    @Description(Descriptions.REVISION) @Nullable Revision revision,
    @NonNull @Description(Descriptions.USER_ERRORS) List<@NonNull UserError> userErrors,
    @Ignore boolean tried)
    implements Payload {

  @Override
  public UndoPayload undone() {
    return new UndoPayload(null, UserError.UNDONE, tried);
  }
}
