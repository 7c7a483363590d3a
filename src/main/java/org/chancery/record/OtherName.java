package org.chancery.record;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Another name of something that has a name. */
@Description("Another name: in another language or script, an older one, one that others use.")
public record OtherName(
    @NonNull @Description("The name.") String name,
    @Description("Its language, as a BCP 47 tag; null where the record does not say.")
        @Nullable String language) {}
