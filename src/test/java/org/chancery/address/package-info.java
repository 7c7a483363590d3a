/** Tests of permanent addresses. */
@org.jspecify.annotations.NullMarked
package org.chancery.address;
