/** Tests of what editors write, and of what is kept of it. */
@org.jspecify.annotations.NullMarked
package org.chancery.editing;
