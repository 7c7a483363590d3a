/** Tests of accounts set side by side. */
@org.jspecify.annotations.NullMarked
package org.chancery.comparison;
