package org.chancery.meeting;

import org.eclipse.microprofile.graphql.Description;

/** What sort of text an account is. */
@Description("What sort of text an account is.")
public enum AccountKind {
  @Description("What one side published about the meeting: a readout, a communiqué of its own.")
  OFFICIAL_READOUT,
  @Description("What a news agency or a paper reported.")
  PRESS_REPORT,
  @Description("What the sides published together.")
  JOINT_STATEMENT,
  @Description("What was said, word by word.")
  TRANSCRIPT,

  @Description(
      "A memorandum of conversation: what somebody who was there wrote down for the files.")
  MEMORANDUM,

  @Description("A dispatch, telegram or cable that reports home.")
  DISPATCH,

  @Description("What somebody who was there published of it later.")
  MEMOIR,

  @Description("Any other.")
  OTHER
}
