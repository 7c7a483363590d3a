package org.chancery.revision;

/** What the lines of a history are known by: the member that each kind has and no other. */
final class HistoryLine {

  static final String REVISION = "revision";
  static final String CHANGE = "change";
  static final String LINE = "line";

  /** Of a row, with the columns of one that began or the key of one that ended. */
  static final String TABLE = "table";

  static final String BEGUN = "begun";
  static final String ENDED = "ended";
  static final String ERASED = "erased";

  private HistoryLine() {}
}
