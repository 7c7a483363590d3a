/** Tests of what the record was. */
@org.jspecify.annotations.NullMarked
package org.chancery.history;
