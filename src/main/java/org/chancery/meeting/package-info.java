/** Meetings and who took part in them. */
@org.jspecify.annotations.NullMarked
package org.chancery.meeting;
