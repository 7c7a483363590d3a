/** Tests of how words are split, folded, looked for and found. */
@org.jspecify.annotations.NullMarked
package org.chancery.search;
