/** Texts that report a meeting: readouts, press reports, joint statements, transcripts. */
@org.jspecify.annotations.NullMarked
package org.chancery.account;
