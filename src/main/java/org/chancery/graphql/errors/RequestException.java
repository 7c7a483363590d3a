package org.chancery.graphql.errors;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A mistake in a request. Its message goes to the client, so it says what to do about it. */
public final class RequestException extends RuntimeException {

  /** The limit of how long a request may take. */
  static final String TIME = "milliseconds";

  private final ErrorCode code;
  private final transient Map<String, Object> extensions;

  private RequestException(ErrorCode code, String message, Map<String, Object> more) {
    super(message);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("code", code.name());
    all.putAll(more);
    this.code = code;
    this.extensions = all;
  }

  /**
   * An argument that cannot be used as it is.
   *
   * @param values what the message names; of a text only its beginning, of a list the first texts
   *     in quotation marks
   */
  public static RequestException badInput(String message, Object... values) {
    return new RequestException(ErrorCode.BAD_USER_INPUT, format(message, values), Map.of());
  }

  /** A parameter of an address that is there more than once: one of two is not taken for both. */
  public static RequestException isThereTwice(String parameter) {
    return badInput("\"%s\" is there more than once: send one.", parameter);
  }

  /**
   * A parameter of an address that nothing reads: what is misspelled is not taken for none.
   *
   * @param known the parameters that there are
   */
  public static RequestException isNoParameter(String parameter, List<String> known) {
    return badInput(
        "There is no parameter \"%s\" here, but %s.", parameter, String.join(", ", known));
  }

  /** A request that carries no operation to run. */
  public static RequestException badRequest(String message, Object... values) {
    return new RequestException(ErrorCode.BAD_REQUEST, format(message, values), Map.of());
  }

  /** Something that only those who have signed in may do. */
  public static RequestException unauthenticated() {
    return new RequestException(
        ErrorCode.UNAUTHENTICATED,
        "Only editors may write, and nobody is signed in: send an Authorization header.",
        Map.of());
  }

  /** Something that takes a role that the user does not have. */
  public static RequestException forbidden(String user, String role) {
    return new RequestException(
        ErrorCode.FORBIDDEN,
        format("This takes the role \"%2$s\", which \"%1$s\" has not.", user, role),
        Map.of());
  }

  /** The same Idempotency-Key as that of a request which is not over. */
  public static RequestException runsAlready() {
    return new RequestException(
        ErrorCode.IDEMPOTENCY_KEY_IN_USE,
        "A request with this Idempotency-Key is being carried out. Send it again when that is over.",
        Map.of());
  }

  /** The same Idempotency-Key as that of a request which asked something else. */
  public static RequestException isAnotherRequest() {
    return new RequestException(
        ErrorCode.IDEMPOTENCY_KEY_REUSED,
        "Another request was carried out with this Idempotency-Key. Send this one with a key of its own.",
        Map.of());
  }

  /** A request that was carried out, whose answer is not kept any more. */
  public static RequestException answerIsForgotten() {
    return new RequestException(
        ErrorCode.IDEMPOTENCY_ANSWER_FORGOTTEN,
        "This request was carried out. What it was answered is not told again, because words were erased from the record since: ask for what you need.",
        Map.of());
  }

  private static String format(String message, Object... values) {
    if (values.length == 0) {
      // It may be another's, with signs in it that are none to us.
      return message;
    }
    Object[] echoed =
        Arrays.stream(values)
            .map(
                value ->
                    value instanceof String text
                        ? Echo.of(text)
                        : value instanceof List<?> texts ? Echo.quoted(texts) : value)
            .toArray();
    return String.format(Locale.ROOT, message, echoed);
  }

  /**
   * More than one may ask for at once.
   *
   * @param limit what there is too much of
   */
  public static RequestException beyondLimit(String limit, long size, long maximum) {
    return beyondLimit(limit, size, maximum, "Ask for less at once.");
  }

  /**
   * The same, with what would help.
   *
   * @param whatToDo a sentence
   */
  public static RequestException beyondLimit(
      String limit, long size, long maximum, String whatToDo) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("limit", limit);
    more.put("maximum", maximum);
    more.put("size", size);
    return new RequestException(
        ErrorCode.LIMIT_EXCEEDED,
        "%s; the limit is %d. %s"
            .formatted(sentence(limit).formatted(size, limit), maximum, whatToDo),
        more);
  }

  private static String sentence(String limit) {
    return switch (limit) {
      case "depth" -> "The request's fields are %d levels deep";
      case "cost" -> "The request costs %d";
      case "characters" -> "The document has %d characters";
      case "characters of an alias" -> "An alias has %d characters";
      case "characters of a string" -> "A string has %d characters";
      case "body bytes" -> "The body has %d bytes or more";
      case "objects in the answer" -> "The answer has %d objects or more";
      case "errors in the answer" -> "The answer has %d errors or more";
      case "characters in the answer" -> "The answer has %d characters or more";
      default -> "The request has %d %s";
    };
  }

  /** A document that is named and not known; clients send it then. */
  public static RequestException unknownDocument() {
    // Apollo's clients look for this very message.
    return new RequestException(
        ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound", Map.of());
  }

  /**
   * What cannot be done just now.
   *
   * @param message says what to do
   */
  public static RequestException unavailable(String message) {
    return new RequestException(ErrorCode.SERVICE_UNAVAILABLE, message, Map.of());
  }

  /** More time than a request may take. */
  public static RequestException beyondTime(Duration maximum) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("limit", TIME);
    more.put("maximum", maximum.toMillis());
    return new RequestException(
        ErrorCode.LIMIT_EXCEEDED,
        "The request took longer than the limit of %s. Ask for less at once, or with a filter that leaves less."
            .formatted(seconds(maximum)),
        more);
  }

  private static String seconds(Duration time) {
    return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /** More tokens than are read: how many more is not known. */
  static RequestException beyondTokens(String maximum) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("limit", "tokens");
    more.put("maximum", Long.valueOf(maximum.replaceAll("\\D", "")));
    return new RequestException(
        ErrorCode.LIMIT_EXCEEDED,
        "The document has more tokens than the limit of %s. Ask for less at once."
            .formatted(maximum),
        more);
  }

  public ErrorCode code() {
    return code;
  }

  /** What the client gets beside the message: the code, and what belongs to it. */
  public Map<String, Object> extensions() {
    return extensions;
  }
}
