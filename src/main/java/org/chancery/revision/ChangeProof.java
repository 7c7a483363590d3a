package org.chancery.revision;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * What lets an outsider check a change.
 *
 * @param document what was hashed after the salt
 * @param salt in hexadecimal digits
 * @param digest of both, in hexadecimal digits
 * @param erasedDigest the same where words were erased since; null where none were
 */
@Description("What lets an outsider check a change.")
public record ChangeProof(
    @NonNull
        @Description(
            "All that the change says, as JSON of RFC 8785: where it stands in its revision, what it did to which thing, and the"
                + " thing's members in the document format after it; \"after\" is null where it was withdrawn.")
        String document,
    @NonNull @Description("16 random bytes, in hexadecimal digits.") String salt,
    @NonNull
        @Description(
            "The SHA-256 of the salt's bytes and the document, in hexadecimal digits: a leaf of the tree whose root the"
                + " revision's leaf has as \"changes\". Where words were erased from it since, that of what it said with them.")
        String digest,
    @Description(
            "The SHA-256 of the salt's bytes and the document where words were erased from it since: the revision that erased"
                + " them says so among its erasedDigests. Null where none were.")
        @Nullable String erasedDigest) {}
