/**
 * A log that an outsider can check: a Merkle tree over the revisions (RFC 9162), its signed heads
 * (tlog checkpoints), and what is hashed into it. See docs/proof.md.
 */
@NullMarked
package org.chancery.proof;

import org.jspecify.annotations.NullMarked;
