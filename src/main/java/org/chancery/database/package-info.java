/** How lists of values are asked for in SQL. */
@org.jspecify.annotations.NullMarked
package org.chancery.database;
