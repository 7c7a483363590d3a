/** Tests of how the code is laid out, and of the build's own scripts. */
@org.jspecify.annotations.NullMarked
package org.chancery.build;
