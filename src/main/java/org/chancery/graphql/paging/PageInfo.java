package org.chancery.graphql.paging;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** Where a page stands in its list, as the Relay specification defines it. */
@Description("Where a page stands in its list, as the Relay specification has it.")
public record PageInfo(
    @Description("Whether more come after this page.") boolean hasNextPage,
    @Description("Whether some come before this page.") boolean hasPreviousPage,
    @Description("The cursor of the page's first item; null on an empty page.")
        @Nullable String startCursor,
    @Description("The cursor of the page's last item; null on an empty page.")
        @Nullable String endCursor) {}
