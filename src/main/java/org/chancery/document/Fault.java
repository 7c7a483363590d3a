package org.chancery.document;

/**
 * Something wrong in a document.
 *
 * @param line the line, from 1 on
 * @param path the place in the line as a JSON Pointer (RFC 6901); empty for the line as a whole
 * @param kind what sort of fault it is
 * @param reason what is wrong and what to do about it
 */
public record Fault(int line, String path, FaultKind kind, String reason) {

  @Override
  public String toString() {
    return "line " + line + (path.isEmpty() ? "" : ", " + path) + ": " + reason;
  }
}
