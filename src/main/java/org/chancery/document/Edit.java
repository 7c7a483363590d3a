package org.chancery.document;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of an edit.
 *
 * @param thing the id of what was recorded, amended or withdrawn; null where there are faults
 * @param revision the number of the revision that it is in; null where nothing was changed
 * @param faults all that is wrong with it; then nothing of it may be kept
 */
public record Edit(@Nullable UUID thing, @Nullable Integer revision, List<Fault> faults) {}
