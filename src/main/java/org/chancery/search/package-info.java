/**
 * The words of the record, folded so that neither case nor accents matter, and what is asked for in
 * them.
 */
@org.jspecify.annotations.NullMarked
package org.chancery.search;
