/** What became of each thing, from everything that has a history. */
@org.jspecify.annotations.NullMarked
package org.chancery.history;
