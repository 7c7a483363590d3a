/**
 * Writing: things are recorded, amended and withdrawn, each with all that is wrong told at once.
 */
@org.jspecify.annotations.NullMarked
package org.chancery.editing;
