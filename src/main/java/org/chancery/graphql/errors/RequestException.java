package org.chancery.graphql.errors;

import java.util.Locale;

/** A mistake in a request. Its message goes to the client, so it says what to do about it. */
public final class RequestException extends RuntimeException {

  private final ErrorCode code;

  private RequestException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  /** An argument that cannot be used as it is. */
  public static RequestException badInput(String message, Object... values) {
    return new RequestException(
        ErrorCode.BAD_USER_INPUT, String.format(Locale.ROOT, message, values));
  }

  /** A request that carries no operation to run. */
  public static RequestException badRequest(String message, Object... values) {
    return new RequestException(ErrorCode.BAD_REQUEST, String.format(Locale.ROOT, message, values));
  }

  public ErrorCode code() {
    return code;
  }
}
