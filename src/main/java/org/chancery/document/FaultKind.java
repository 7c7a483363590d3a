package org.chancery.document;

/** What sort of fault something has. */
public enum FaultKind {
  /** It has not the form that it should have, or breaks a rule of the record. */
  INVALID,
  /** It names what is not there. */
  NOT_FOUND,
  /** Its key or id is that of another thing. */
  TAKEN,
  /** The thing has changed since the version that an amendment is of. */
  CONFLICT,
  /** Other things name it. */
  IN_USE
}
