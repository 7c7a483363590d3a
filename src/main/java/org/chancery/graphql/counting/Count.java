package org.chancery.graphql.counting;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** How many things have something in common. */
@Description("How many things have something in common.")
public record Count(
    @Description(
            "What they have in common: the key of a party, participant or topic, the name of an enum value, a year or a"
                + " month (2021-09); null for those of which the record does not say it.")
        @Nullable String key,
    @NonNull @Description("The same to be read by people.") String label,
    @NonNull @Description("How many there are.") Integer count) {

  /** What the label says where the record says nothing. */
  public static final String NOT_KNOWN = "not known";
}
