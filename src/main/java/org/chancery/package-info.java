/** Chancery, the record of diplomatic meetings. Each folder below is a concept of the record. */
@org.jspecify.annotations.NullMarked
package org.chancery;
