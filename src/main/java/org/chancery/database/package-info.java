/** How HQL asks each of the two databases: for lists of values, and for words. */
@org.jspecify.annotations.NullMarked
package org.chancery.database;
