/** One search over everything that the record has. */
@org.jspecify.annotations.NullMarked
package org.chancery.discovery;
