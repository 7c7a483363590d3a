/** Tests of the service as a whole, and what they share. */
@org.jspecify.annotations.NullMarked
package org.chancery;
