/** The permanent address of each thing of the record, and what is found there. */
@org.jspecify.annotations.NullMarked
package org.chancery.address;
