/** Tests of dates. */
@org.jspecify.annotations.NullMarked
package org.chancery.record;
