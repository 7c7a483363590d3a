/** States and organisations that people act for, and that can themselves be quoted. */
@org.jspecify.annotations.NullMarked
package org.chancery.party;
