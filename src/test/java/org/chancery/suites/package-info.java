/**
 * The unit tests in three parts, which Maven runs in two JVMs side by side. Each class is in one of
 * them, by its name; those of a part run one after the other, in the order of what they start.
 */
@org.jspecify.annotations.NullMarked
package org.chancery.suites;
