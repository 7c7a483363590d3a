package org.chancery.graphql.counting;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * How many things have something in common.
 *
 * @param value what that is: an id, the value of an enum, a number; null where the record does not
 *     say
 */
@Description("How many things have something in common.")
public record Count(
    @Ignore @Nullable Object value,
    @Description(
            "What they have in common: the key of a party, participant, topic or event, the name of an enum value, a year or a"
                + " month (2021-09); null for those of which the record does not say it.")
        @Nullable String key,
    @NonNull @Description("The same to be read by people.") String label,
    @NonNull @Description("How many there are.") Integer count) {

  /** What the label says where the record says nothing. */
  public static final String NOT_KNOWN = "not known";

  /** The same, with what it is called. */
  Count named(String key, String label) {
    return new Count(value, key, label, count);
  }
}
