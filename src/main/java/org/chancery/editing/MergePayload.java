package org.chancery.editing;

import java.util.List;
import org.chancery.graphql.node.Node;
import org.chancery.revision.Revision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What came of making one of two things.
 *
 * @param tried whether it was only tried
 */
@Description("What came of making one of two things.")
public record MergePayload(
    @Description("The thing that stays; null where there are userErrors.") @Nullable Node kept,
    @Description(Descriptions.REVISION) @Nullable Revision revision,
    @NonNull @Description(Descriptions.USER_ERRORS) List<@NonNull UserError> userErrors,
    @Ignore boolean tried)
    implements Payload {

  @Override
  public MergePayload undone() {
    return new MergePayload(null, null, UserError.UNDONE, tried);
  }
}
