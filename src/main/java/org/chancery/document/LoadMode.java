package org.chancery.document;

/** What shall become of a document. */
public enum LoadMode {
  /** All of it is loaded, or nothing. */
  WHOLE,
  /** The lines that have no faults are loaded, and those that name nothing of the others. */
  PARTIAL,
  /** It is only looked at. */
  TRIAL
}
