/** People, whatever offices they hold over time. */
@org.jspecify.annotations.NullMarked
package org.chancery.participant;
