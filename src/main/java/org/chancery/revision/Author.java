package org.chancery.revision;

import org.jspecify.annotations.Nullable;

/**
 * Who writes a revision, and why.
 *
 * @param name of an editor, or of what loads a document
 * @param reason null where nobody says
 */
public record Author(String name, @Nullable String reason) {}
