/** The pages of the record. */
@org.jspecify.annotations.NullMarked
package org.chancery.pages;
