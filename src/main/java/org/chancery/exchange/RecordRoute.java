package org.chancery.exchange;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.chancery.document.DocumentLoader;
import org.chancery.document.Fault;
import org.chancery.document.FaultyDocumentException;
import org.chancery.document.RecordExport;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.http.AdmissionControl;
import org.chancery.graphql.http.AsOfParameter;
import org.chancery.graphql.http.Authentication;
import org.chancery.graphql.http.HttpResponses;
import org.chancery.graphql.http.LongAnswers;
import org.chancery.graphql.http.Methods;
import org.chancery.graphql.limits.Limits;

/** The record as a document at {@code /record}: all of it with GET, amended by POST. */
@ApplicationScoped
class RecordRoute {

  private static final String PATH = "/record";

  /** Before the static pages. */
  private static final int ORDER = 10;

  private static final String NDJSON = "application/x-ndjson";

  private static final List<String> TAKEN =
      List.of(NDJSON, "application/ndjson", "application/jsonl");

  private static final String REVISION = "Chancery-Revision";

  /** Threads, and so documents that are worked on at once. */
  private static final int AT_ONCE = 4;

  private static final Duration LONGEST = Duration.ofDays(1);

  private static final int BUFFER = 32 * 1024;

  private final RecordExport export;
  private final DocumentLoader loader;
  private final AdmissionControl admission;
  private final Authentication authentication;
  private final Uploads uploads;
  private final Limits limits;
  private final WorkerExecutor workers;

  RecordRoute(
      RecordExport export,
      DocumentLoader loader,
      AdmissionControl admission,
      Authentication authentication,
      Uploads uploads,
      Limits limits,
      Vertx vertx) {
    this.export = export;
    this.loader = loader;
    this.admission = admission;
    this.authentication = authentication;
    this.uploads = uploads;
    this.limits = limits;
    this.workers =
        vertx.createSharedWorkerExecutor(
            "documents", AT_ONCE, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
  }

  void register(@Observes Router router) {
    admission.leaveTo(PATH);
    router
        .route(PATH)
        .order(ORDER)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(admission::admitDocument)
        .handler(authentication::authenticate)
        .handler(this::send);
    router
        .route(HttpMethod.POST, PATH)
        .order(ORDER)
        .handler(
            context -> {
              // Until it is known who sends it, and where it goes.
              context.request().pause();
              context.next();
            })
        .handler(admission::admitDocument)
        .handler(authentication::authenticate)
        .handler(this::receive);
    Methods.refuseOthers(
        router,
        PATH,
        ORDER + 1,
        "Get the record with GET, amend it with POST.",
        "GET",
        "HEAD",
        "POST");
  }

  private void send(RoutingContext context) {
    AsOfParameter asOf;
    try {
      asOf = AsOfParameter.of(context);
    } catch (RequestException mistake) {
      HttpResponses.refuse(context, 400, mistake);
      return;
    }
    work(context, () -> send(context, asOf));
  }

  private void send(RoutingContext context, AsOfParameter asOf) throws IOException {
    int revision;
    try {
      revision = export.revisionOf(asOf.revision(), asOf.at());
    } catch (NoSuchElementException unknown) {
      HttpResponses.refuse(
          context, 404, RequestException.badInput(String.valueOf(unknown.getMessage())));
      return;
    }
    boolean gzip = HttpResponses.takesGzip(context);
    HttpServerResponse response = context.response();
    response
        .putHeader(REVISION, String.valueOf(revision))
        .putHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"record-%d.ndjson\"".formatted(revision));
    if (!HttpResponses.beginCacheable(
        context,
        "W/\"" + revision + "\"",
        asOf.revision() == null ? Duration.ZERO : HttpResponses.FOR_GOOD)) {
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, NDJSON);
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
      return;
    }
    // Whoever reads it sees by the missing last chunk where it broke off.
    response.setChunked(true);
    if (gzip) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    try {
      write(response, gzip, revision);
      response.end();
    } catch (IOException gone) {
      response.reset();
    } catch (RuntimeException failure) {
      // Logged; there is no answer any more that could say so.
      var unused = Errors.of(failure);
      response.reset();
    }
  }

  private void write(HttpServerResponse response, boolean gzip, int revision) throws IOException {
    try (OutputStream stream = new BufferedOutputStream(new ResponseStream(response), BUFFER);
        OutputStream document = gzip ? new GZIPOutputStream(stream, BUFFER) : stream) {
      export.write(document, revision);
    }
  }

  private void receive(RoutingContext context) {
    try {
      String editor = Authentication.viewerOf(context).editor();
      requireNdjson(context);
      LongAnswers.await(context);
      uploads
          .receive(context, limits.document().asLongValue())
          .onSuccess(
              file ->
                  work(
                      context,
                      () -> {
                        try {
                          load(context, file, editor);
                        } finally {
                          Files.deleteIfExists(file);
                        }
                      }))
          .onFailure(
              failure -> {
                if (failure instanceof RequestException tooMuch) {
                  HttpResponses.refuse(context, 413, tooMuch);
                } else {
                  context.fail(failure);
                }
              });
    } catch (RequestException refused) {
      HttpResponses.refuse(context, statusOf(refused.code()), refused);
    }
  }

  private static int statusOf(ErrorCode code) {
    return switch (code) {
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      default -> 415;
    };
  }

  /** Which no form of another site can send. */
  private static void requireNdjson(RoutingContext context) {
    String type = String.valueOf(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
    if (!TAKEN.contains(type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))) {
      throw RequestException.badRequest(
          "Send a document, one JSON object a line in UTF-8, with the header \"Content-Type: %s\".",
          NDJSON);
    }
  }

  private void load(RoutingContext context, Path file, String editor) throws IOException {
    boolean isTrial = "true".equals(context.request().getParam("check"));
    boolean isGzip =
        "gzip".equalsIgnoreCase(context.request().getHeader(HttpHeaders.CONTENT_ENCODING));
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        InputStream document =
            new LimitedStream(
                isGzip ? new GZIPInputStream(bytes, BUFFER) : bytes,
                limits.document().asLongValue())) {
      DocumentLoader.Loaded loaded =
          loader.load(document, editor, isTrial, line -> endWhereNobodyWaits(context));
      HttpResponses.send(
          context,
          200,
          "application/json",
          new JsonObject()
              .put("lines", loaded.lines())
              .put("changes", loaded.changes())
              .put("revision", isTrial ? null : loaded.revision())
              .toBuffer());
    } catch (FaultyDocumentException faulty) {
      HttpResponses.send(context, 422, "application/json", told(faulty));
    } catch (ZipException noGzip) {
      HttpResponses.refuse(
          context, 400, RequestException.badRequest("The document is not compressed with gzip."));
    } catch (RequestException tooMuch) {
      HttpResponses.refuse(context, 413, tooMuch);
    }
  }

  private static void endWhereNobodyWaits(RoutingContext context) {
    if (context.response().closed()) {
      throw new CancellationException();
    }
  }

  private static Buffer told(FaultyDocumentException faulty) {
    JsonArray errors = new JsonArray();
    for (Fault fault : faulty.faults()) {
      errors.add(
          new JsonObject()
              .put("message", fault.toString())
              .put(
                  "extensions",
                  new JsonObject()
                      .put("code", ErrorCode.BAD_USER_INPUT.name())
                      .put("line", fault.line())
                      .put("path", fault.path())
                      .put("fault", fault.kind().name())));
    }
    return new JsonObject().put("errors", errors).toBuffer();
  }

  /** What takes as long as a document is long. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private void work(RoutingContext context, Work work) {
    workers
        .executeBlocking(
            () -> {
              work.run();
              return true;
            },
            false)
        .onFailure(context::fail);
  }
}
