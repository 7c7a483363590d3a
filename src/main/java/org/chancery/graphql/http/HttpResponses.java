package org.chancery.graphql.http;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.observability.RequestTrace;
import org.jspecify.annotations.Nullable;

/** How an answer goes out: compressed where that helps, and with what caches need to keep it. */
public final class HttpResponses {

  /** Below, gzip saves less than a packet. */
  private static final int WORTH_COMPRESSING = 1024;

  private static final long MOMENT_TO_READ_WHY = 1000;

  /** How long caches keep what was as of a revision, and stays so. */
  public static final Duration FOR_GOOD = Duration.ofDays(365);

  /** Of what the record said once: only words that are erased go from it. */
  public static final Duration OF_THE_PAST = Duration.ofDays(1);

  /** Where a request's trace stands in its routing context. */
  static final String TRACE = RequestTrace.class.getName();

  static final int TOO_MANY_REQUESTS = 429;
  static final int SERVICE_UNAVAILABLE = 503;

  private static final String RETRY_AFTER = "Retry-After";

  /** What is running now is done soon: nothing may take longer than the limit of time. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private static final Set<HttpMethod> NO_BODY =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final int BYTES_OF_A_TAG = 16;

  private static final String WEAK = "W/";

  /** What else of a request an answer depends on; the origin, by the headers that CORS adds. */
  private static final String VARY =
      "Accept, Accept-Encoding, Accept-Datetime, Authorization, Origin";

  private static final String NAMES_SOMEBODY = "answer names somebody";

  private HttpResponses() {}

  /** Fails a request whose response could not be made, so that nobody waits in vain. */
  public static <T> Function<Throwable, @Nullable T> failing(RoutingContext context) {
    return failure -> {
      context.fail(failure);
      return null;
    };
  }

  /** Sends a GraphQL response of one error, and records it in the trace, if any. */
  public static void refuse(
      RoutingContext context, int status, MediaTypes type, GraphQLError error) {
    ExecutionResult refused = ExecutionResultImpl.newExecutionResult().addError(error).build();
    RequestTrace trace = context.get(TRACE);
    if (trace != null) {
      trace.answered(refused);
    }
    send(context, status, type.contentType(), JsonResponseWriter.of(refused.toSpecification()));
  }

  /** The same for a mistake in a request. */
  public static void refuse(RoutingContext context, int status, RequestException mistake) {
    refuse(context, status, MediaTypes.JSON, Errors.of(mistake));
  }

  /** Tells that a request could not be answered: not just now where that passes. */
  public static void fail(RoutingContext context, Throwable failure) {
    GraphQLError told = Errors.of(failure);
    refuse(
        context,
        Errors.arePassing(List.of(told)) ? SERVICE_UNAVAILABLE : 500,
        MediaTypes.JSON,
        told);
  }

  /** Closes without waiting for the rest of the request; its sender has a moment to read why. */
  static void closeAfterwards(RoutingContext context) {
    if (!isShared(context)) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    RequestCompletion.of(context)
        .then(answered -> context.vertx().setTimer(MOMENT_TO_READ_WHY, over -> close(context)));
  }

  /** Closes the connection, or the request's part of one that others share. */
  static void close(RoutingContext context) {
    if (isShared(context)) {
      context.response().reset();
    } else {
      context.request().connection().close();
    }
  }

  private static boolean isShared(RoutingContext context) {
    return context.request().version() == HttpVersion.HTTP_2;
  }

  /** Sends an uncacheable response; with Retry-After where a retry may help. */
  public static void send(RoutingContext context, int status, String contentType, Buffer body) {
    if (!begin(context)) {
      return;
    }
    context.response().setStatusCode(status).putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if ((status == TOO_MANY_REQUESTS || status == SERVICE_UNAVAILABLE)
        && !context.response().headers().contains(RETRY_AFTER)) {
      retryAfter(context, MOMENT);
    }
    write(context, contentType, body);
  }

  /** Tells when a retry may help. */
  static void retryAfter(RoutingContext context, Duration time) {
    context.response().putHeader(RETRY_AFTER, String.valueOf(time.toSeconds()));
  }

  /**
   * Sends a cacheable response to a GET, revalidated by its ETag.
   *
   * @param maxAge how long it stays fresh
   */
  public static void sendCacheable(
      RoutingContext context, String contentType, Buffer body, Duration maxAge) {
    if (beginCacheable(context, tagOf(body), maxAge)) {
      write(context, contentType, body);
    }
  }

  /**
   * Begins a cacheable response to a GET.
   *
   * @param tag its ETag
   * @return false where the client has it already and was told so, or is gone
   */
  public static boolean beginCacheable(RoutingContext context, String tag, Duration maxAge) {
    if (!begin(context)) {
      return false;
    }
    HttpServerResponse response =
        context
            .response()
            .putHeader(HttpHeaders.ETAG, tag)
            .putHeader(
                HttpHeaders.CACHE_CONTROL,
                (context.get(NAMES_SOMEBODY) == null ? "public" : "private")
                    + ", max-age="
                    + maxAge.toSeconds())
            .putHeader(HttpHeaders.VARY, VARY);
    if (isKnown(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
      response.setStatusCode(304).end();
      return false;
    }
    return true;
  }

  /** Has caches that many share not keep the answer: it names somebody who edits the record. */
  public static void namesSomebody(RoutingContext context) {
    context.put(NAMES_SOMEBODY, true);
  }

  /**
   * Has the answer be sent however much its client has not read yet: what was written is not told
   * as refused.
   */
  public static void tellWhateverIsUnread(RoutingContext context) {
    context.remove(UnreadResponses.KEY);
  }

  /** Whether anybody waits for the answer that is to be sent now. */
  private static boolean begin(RoutingContext context) {
    if (isGone(context)) {
      return false;
    }
    if (isStillSent(context)) {
      closeAfterwards(context);
    }
    return true;
  }

  /** Whether an unread body is still arriving: it could go on for ever. */
  private static boolean isStillSent(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean isAnnounced =
        isShared(context)
            ? !NO_BODY.contains(request.method())
            : request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    return isAnnounced && !request.isEnded();
  }

  /** Whether nobody waits for an answer any longer: it was sent, or the client went away. */
  public static boolean isGone(RoutingContext context) {
    return context.response().ended() || context.response().closed();
  }

  private static void write(RoutingContext context, String contentType, Buffer body) {
    boolean compressed = body.length() > WORTH_COMPRESSING && takesGzip(context);
    Buffer sent = compressed ? gzip(body) : body;
    UnreadResponses unread = context.get(UnreadResponses.KEY);
    if (unread == null) {
      end(context, contentType, compressed, sent);
      return;
    }
    String client = AdmissionControl.clientOf(context);
    ConcurrencyLimiter.Outcome room = unread.add(client, sent.length());
    if (room != ConcurrencyLimiter.Outcome.ADMITTED) {
      context.remove(UnreadResponses.KEY);
      context.response().headers().remove(HttpHeaders.ETAG);
      AdmissionControl.refuse(
          context,
          room,
          "Answers to this address have not been read yet. Read them before asking for more.");
      return;
    }
    try {
      end(context, contentType, compressed, sent)
          .onComplete(taken -> unread.remove(client, sent.length()));
    } catch (RuntimeException answeredMeanwhile) {
      unread.remove(client, sent.length());
      throw answeredMeanwhile;
    }
  }

  private static Future<Void> end(
      RoutingContext context, String contentType, boolean compressed, Buffer sent) {
    HttpServerResponse response =
        context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
            .putHeader(HttpHeaders.VARY, VARY);
    if (compressed) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return response.end(sent);
  }

  /** Whether the client reads what is compressed with gzip. */
  public static boolean takesGzip(RoutingContext context) {
    return weightOf(context, "gzip").or(() -> weightOf(context, "*")).orElse(0f) > 0;
  }

  private static Optional<Float> weightOf(RoutingContext context, String encoding) {
    return context.parsedHeaders().acceptEncoding().stream()
        .filter(accepted -> accepted.value().equalsIgnoreCase(encoding))
        .findFirst()
        .map(ParsedHeaderValue::weight);
  }

  private static Buffer gzip(Buffer body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length() / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body.getBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  /** Weak, because the same answer may go out compressed or not. */
  private static String tagOf(Buffer body) {
    byte[] start = Arrays.copyOf(Sha256.of(body.getBytes()), BYTES_OF_A_TAG);
    return WEAK + "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + "\"";
  }

  private static boolean isKnown(@Nullable String tags, String tag) {
    return tags != null
        && Arrays.stream(tags.split(",", -1))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || opaque(known).equals(opaque(tag)));
  }

  /** Weak tags and strong ones are the same here (RFC 9110, 13.1.2). */
  private static String opaque(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
