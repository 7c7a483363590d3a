/** The accounts of one meeting, side by side. */
@org.jspecify.annotations.NullMarked
package org.chancery.comparison;
