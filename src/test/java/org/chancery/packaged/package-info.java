/** Tests of the service as users run it: the packaged jar, or the native executable. */
@org.jspecify.annotations.NullMarked
package org.chancery.packaged;
