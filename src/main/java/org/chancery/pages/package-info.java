/** The pages that people see first: the one at the root, and GraphiQL. */
@org.jspecify.annotations.NullMarked
package org.chancery.pages;
