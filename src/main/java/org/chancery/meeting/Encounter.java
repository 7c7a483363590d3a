package org.chancery.meeting;

import java.util.UUID;
import org.chancery.graphql.filter.Filter;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Somebody whom a participant met, in one meeting or more.
 *
 * @param who and whom
 * @param filter which meetings are counted
 * @param count in how many meetings
 */
@Description("Somebody whom a participant met, in one meeting or more.")
public record Encounter(
    @Ignore Pair who,
    @Ignore Filter filter,
    @NonNull @Description("In how many meetings.") Integer count) {

  /** A participant and whom they met. */
  record Pair(UUID participant, UUID met) {}

  UUID met() {
    return who.met();
  }
}
