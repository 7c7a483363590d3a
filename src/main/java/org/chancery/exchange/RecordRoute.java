package org.chancery.exchange;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
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
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import org.chancery.document.FaultsTold;
import org.chancery.document.FaultyDocumentException;
import org.chancery.document.LoadMode;
import org.chancery.document.RecordExport;
import org.chancery.document.RecordPackage;
import org.chancery.document.SpoolFiles;
import org.chancery.graphql.errors.Echo;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.http.AdmissionControl;
import org.chancery.graphql.http.AsOfParameter;
import org.chancery.graphql.http.Authentication;
import org.chancery.graphql.http.HttpResponses;
import org.chancery.graphql.http.LongAnswers;
import org.chancery.graphql.http.Methods;
import org.chancery.graphql.http.RequestId;
import org.chancery.graphql.http.Sha256;
import org.chancery.graphql.limits.Limits;
import org.chancery.revision.HistoryExport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The record as a document at {@code /record}: all of it with GET, amended by POST. */
@ApplicationScoped
class RecordRoute {

  private static final String PATH = "/record";

  /** The same as tables. */
  private static final String ZIP_PATH = "/record.zip";

  private static final String HISTORY_PATH = PATH + "/history";

  /** Before the limit of Quarkus for bodies, at -2, which refuses without a message. */
  private static final int ORDER = -10;

  private static final String NDJSON = "application/x-ndjson";

  private static final List<String> TAKEN =
      List.of(NDJSON, "application/ndjson", "application/jsonl");

  private static final String UTF_8 = "(?i);\\s*(charset\\s*=\\s*\"?utf-8\"?)?\\s*$";

  private static final Logger LOG = Logger.getLogger("org.chancery.documents");

  private static final String REVISION = "Chancery-Revision";

  /** The revision that who asks has already: what has changed since is told. */
  private static final String SINCE = "since";

  /** A filter. */
  private static final String MEETINGS = "meetings";

  /** It has a connection to the database for as long as it takes to write its file. */
  private static final int EXPORTS_AT_ONCE = 1;

  /** Headers of the record itself, which no refusal has. */
  private static final List<CharSequence> OF_THE_RECORD =
      List.of(REVISION, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.ETAG);

  private static final Duration LONGEST = Duration.ofDays(1);

  private static final int BUFFER = 32 * 1024;

  private final RecordExport export;
  private final RecordPackage tables;
  private final DocumentLoader loader;
  private final AdmissionControl admission;
  private final Authentication authentication;
  private final Uploads uploads;
  private final SpoolFiles files;
  private final Limits limits;
  private final HistoryExport history;
  private final ChosenMeetings meetings;
  private final WorkerExecutor exports;
  private final WorkerExecutor imports;

  RecordRoute(
      RecordExport export,
      RecordPackage tables,
      DocumentLoader loader,
      AdmissionControl admission,
      Authentication authentication,
      Uploads uploads,
      SpoolFiles files,
      Limits limits,
      HistoryExport history,
      ChosenMeetings meetings,
      Vertx vertx) {
    this.export = export;
    this.tables = tables;
    this.loader = loader;
    this.admission = admission;
    this.authentication = authentication;
    this.uploads = uploads;
    this.files = files;
    this.limits = limits;
    this.history = history;
    this.meetings = meetings;
    this.exports = workers(vertx, "exports", EXPORTS_AT_ONCE);
    // The record's clock lets one write after the other.
    this.imports = workers(vertx, "imports", 1);
  }

  private static WorkerExecutor workers(Vertx vertx, String name, int threads) {
    return vertx.createSharedWorkerExecutor(
        name, threads, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
  }

  void register(@Observes Router router) {
    get(
        router,
        new Form(
            PATH,
            NDJSON,
            "ndjson",
            true,
            (to, source, part) -> export.write(to, source.revision(), part)));
    get(
        router,
        new Form(
            ZIP_PATH,
            "application/zip",
            "zip",
            false,
            (to, source, part) -> tables.write(to, source)));
    get(
        router,
        new Form(
            HISTORY_PATH,
            NDJSON,
            "history.ndjson",
            true,
            (to, source, part) -> history.write(to, source.revision(), number -> {})));
    refuseAllButGet(router, HISTORY_PATH);
    refuseAllButGet(router, ZIP_PATH);
    router
        .route(HttpMethod.POST, PATH)
        .order(ORDER)
        .handler(
            context -> {
              // Until it is known who sends it, and where it goes.
              context.request().pause();
              context.next();
            })
        .handler(admission::admitImport)
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

  private static void refuseAllButGet(Router router, String path) {
    Methods.refuseOthers(
        router, path, ORDER + 1, "This address is there to be read: ask with GET.", "GET", "HEAD");
  }

  /**
   * A form in which the record goes out.
   *
   * @param path where it is asked for
   * @param suffix of a file
   * @param compresses whether gzip makes it smaller
   */
  private record Form(
      String path, String mediaType, String suffix, boolean compresses, Writing writing) {}

  /** Writes the record as of a revision. */
  @FunctionalInterface
  private interface Writing {
    void write(OutputStream to, RecordExport.Source source, RecordExport.Part part)
        throws IOException;
  }

  private void get(Router router, Form form) {
    admission.leaveTo(form.path());
    router
        .route(form.path())
        .order(ORDER)
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(admission::admitExport)
        .handler(authentication::authenticate)
        .handler(context -> send(context, form));
  }

  private void send(RoutingContext context, Form form) {
    AsOfParameter asOf;
    Wanted wanted;
    try {
      if (form.path().equals(PATH)) {
        requireKnown(context, AsOfParameter.NAME, SINCE, MEETINGS);
      } else {
        requireKnown(context, AsOfParameter.NAME);
      }
      wanted = wantedOf(context);
      asOf = AsOfParameter.of(context);
      if (asOf.isPast() && form.path().equals(HISTORY_PATH)) {
        throw RequestException.badInput(
            "A history has all of the past in it: leave \"%s\" out.", AsOfParameter.NAME);
      }
    } catch (RequestException mistake) {
      HttpResponses.refuse(context, 400, mistake);
      return;
    }
    LongAnswers.await(context);
    work(exports, context, () -> send(context, form, asOf, wanted));
  }

  /**
   * Which part of the record a request asks for.
   *
   * @param since what has changed since this revision; null for all
   * @param meetings those that this filter finds; null for all
   */
  private record Wanted(@Nullable Integer since, @Nullable JsonObject meetings) {

    /** What makes it another resource than the whole. */
    String tag() {
      return since != null
          ? "-since-" + since
          : meetings == null ? "" : "-" + Sha256.hexOf(meetings.encode());
    }
  }

  private static Wanted wantedOf(RoutingContext context) {
    String since = context.request().getParam(SINCE);
    String meetings = context.request().getParam(MEETINGS);
    if (since != null && meetings != null) {
      throw RequestException.badInput(
          "\"%s\" and \"%s\" do not go together: what no longer is among some meetings is not told.",
          SINCE, MEETINGS);
    }
    try {
      if (since != null && !since.matches("[0-9]+")) {
        throw new NumberFormatException(since);
      }
      return new Wanted(
          since == null ? null : Integer.valueOf(since),
          meetings == null ? null : ChosenMeetings.filter(meetings));
    } catch (NumberFormatException noNumber) {
      throw RequestException.badInput("\"%s\" is the number of a revision, or 0.", SINCE);
    }
  }

  private void send(RoutingContext context, Form form, AsOfParameter asOf, Wanted wanted)
      throws IOException {
    RecordExport.Source source;
    RecordExport.Part part;
    Integer since = wanted.since();
    try {
      source = export.source(asOf.revision(), asOf.at());
      if (since != null && since > source.revision()) {
        throw new NoSuchElementException(
            "What comes after revision %d is not told as of revision %d: it is before, or the last one."
                .formatted(since, source.revision()));
      }
      part =
          wanted.meetings() == null
              ? new RecordExport.Part(since, null)
              : new RecordExport.Part(
                  null, meetings.find(context, wanted.meetings(), source.revision()));
    } catch (NoSuchElementException unknown) {
      HttpResponses.refuse(
          context, 404, RequestException.badInput(String.valueOf(unknown.getMessage())));
      return;
    } catch (RequestException mistake) {
      HttpResponses.refuse(context, 400, mistake);
      return;
    }
    boolean gzip = form.compresses() && HttpResponses.takesGzip(context);
    HttpServerResponse response = context.response();
    response
        .putHeader(REVISION, String.valueOf(source.revision()))
        .putHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"record-%s%d.%s\""
                .formatted(since == null ? "" : since + "-to-", source.revision(), form.suffix()));
    if (!HttpResponses.beginCacheable(
        context,
        "W/\"" + source.tag() + wanted.tag() + "\"",
        asOf.revision() == null ? Duration.ZERO : HttpResponses.OF_THE_PAST)) {
      return;
    }
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, form.mediaType()).end();
      return;
    }
    Path file = files.create("record");
    try {
      write(file, gzip, form, source, part);
    } catch (IOException | RuntimeException failure) {
      files.delete(file);
      throw failure;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, form.mediaType());
    if (gzip) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    LOG.infof(
        "wrote out the record as of revision %d, %d bytes, request %s",
        (Integer) source.revision(), (Long) Files.size(file), RequestId.of(context));
    LongAnswers.begin(context);
    // Its length is told: whoever reads it sees where it broke off.
    response.sendFile(file.toString()).onComplete(sent -> files.delete(file));
  }

  /** A whole one, whoever reads it how slowly: the transaction does not wait for that. */
  private static void write(
      Path file, boolean gzip, Form form, RecordExport.Source source, RecordExport.Part part)
      throws IOException {
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        OutputStream document = gzip ? new GZIPOutputStream(stream, BUFFER) : stream) {
      form.writing().write(document, source, part);
    }
  }

  private void receive(RoutingContext context) {
    try {
      String editor = Authentication.viewerOf(context).editor();
      requireNdjson(context);
      if (context.request().headers().contains("Idempotency-Key")) {
        throw RequestException.badInput(
            "A document needs no Idempotency-Key: what has an id or a key in it is not recorded twice. Leave the header out.");
      }
      requireKnown(context, "check", "partial", "reason");
      LoadMode mode = modeOf(context);
      uploads
          .receive(context, limits.document().asLongValue())
          .onSuccess(
              file -> {
                LongAnswers.await(context);
                work(
                    imports,
                    context,
                    () -> {
                      try {
                        load(context, file, editor, mode);
                      } finally {
                        files.delete(file);
                      }
                    });
              })
          .onFailure(failure -> fail(context, failure));
    } catch (RequestException refused) {
      if (refused.code() == ErrorCode.UNAUTHENTICATED) {
        Authentication.challenge(context);
      }
      HttpResponses.refuse(context, statusOf(refused.code()), refused);
    }
  }

  /** A parameter that is misspelled is not taken for none. */
  private static void requireKnown(RoutingContext context, String... known) {
    for (String name : context.queryParams().names()) {
      if (!List.of(known).contains(name)) {
        throw RequestException.badInput(
            "There is no parameter \"%s\" here, but %s.", name, String.join(", ", known));
      }
    }
  }

  private static LoadMode modeOf(RoutingContext context) {
    boolean isTrial = isSet(context, "check");
    boolean isPartial = isSet(context, "partial");
    if (isTrial && isPartial) {
      throw RequestException.badInput(
          "\"check\" and \"partial\" do not go together: \"check\" tells all faults, and so which lines would be left out.");
    }
    return isTrial ? LoadMode.TRIAL : isPartial ? LoadMode.PARTIAL : LoadMode.WHOLE;
  }

  private static boolean isSet(RoutingContext context, String parameter) {
    String value = context.request().getParam(parameter);
    if (value != null && !value.equals("true") && !value.equals("false")) {
      throw RequestException.badInput("\"%s\" is true or false.", parameter);
    }
    return "true".equals(value);
  }

  private static int statusOf(ErrorCode code) {
    return switch (code) {
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case BAD_USER_INPUT -> 400;
      default -> 415;
    };
  }

  /** Which no form of another site can send. */
  private static void requireNdjson(RoutingContext context) {
    String type = String.valueOf(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
    String encoding =
        String.valueOf(context.request().getHeader(HttpHeaders.CONTENT_ENCODING))
            .toLowerCase(Locale.ROOT);
    if (!List.of("null", "gzip", "identity").contains(encoding)) {
      throw RequestException.badRequest("A document may be compressed with gzip alone.");
    }
    if (!TAKEN.contains(type.replaceFirst(UTF_8, "").strip().toLowerCase(Locale.ROOT))) {
      throw RequestException.badRequest(
          "Send a document, one JSON object a line in UTF-8, with the header \"Content-Type: %s\".",
          NDJSON);
    }
  }

  private void load(RoutingContext context, Path file, String editor, LoadMode mode)
      throws IOException {
    boolean isGzip =
        "gzip".equalsIgnoreCase(context.request().getHeader(HttpHeaders.CONTENT_ENCODING));
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        InputStream document =
            new LimitedStream(
                isGzip ? new GZIPInputStream(bytes, BUFFER) : bytes,
                limits.document().asLongValue())) {
      DocumentLoader.Loaded loaded =
          loader.load(
              document,
              editor,
              context.request().getParam("reason"),
              mode,
              line -> endWhereNobodyWaits(context));
      LOG.infof(
          "%s %s a document of %d lines: %d changes, revision %s, request %s",
          Echo.of(editor),
          mode == LoadMode.TRIAL ? "tried" : "loaded",
          (Integer) loaded.lines(),
          (Integer) loaded.changes(),
          loaded.revision(),
          RequestId.of(context));
      HttpResponses.send(context, 200, "application/json", told(loaded, mode).toBuffer());
    } catch (IllegalArgumentException noReason) {
      HttpResponses.refuse(
          context, 400, RequestException.badInput("reason: " + noReason.getMessage()));
    } catch (FaultyDocumentException faulty) {
      HttpResponses.send(
          context,
          422,
          "application/json",
          new JsonObject().put("errors", told(faulty.faults())).toBuffer());
    } catch (EOFException | ZipException noGzip) {
      refuseGzip(context);
    } catch (UncheckedIOException unreadable) {
      if (!isGzip) {
        throw unreadable;
      }
      refuseGzip(context);
    }
  }

  private static void refuseGzip(RoutingContext context) {
    HttpResponses.refuse(
        context,
        400,
        RequestException.badRequest("The document is not compressed with gzip, or not all of it."));
  }

  private static void endWhereNobodyWaits(RoutingContext context) {
    if (HttpResponses.isGone(context)) {
      throw new CancellationException();
    }
  }

  private static JsonObject told(DocumentLoader.Loaded loaded, LoadMode mode) {
    JsonObject told =
        new JsonObject()
            .put("lines", loaded.lines())
            .put("changes", loaded.changes())
            .put("revision", loaded.revision());
    return mode == LoadMode.PARTIAL ? told.put("errors", told(loaded.refused())) : told;
  }

  private static JsonArray told(FaultsTold faults) {
    JsonArray errors = new JsonArray();
    for (Fault fault : faults.all()) {
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
    if (faults.ofMore() != null) {
      errors.add(
          new JsonObject()
              .put("message", faults.ofMore())
              .put("extensions", new JsonObject().put("code", ErrorCode.BAD_USER_INPUT.name())));
    }
    return errors;
  }

  /** What takes as long as a document is long. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void work(WorkerExecutor workers, RoutingContext context, Work work) {
    workers
        .executeBlocking(
            () -> {
              work.run();
              return true;
            },
            false)
        .onFailure(failure -> fail(context, failure));
  }

  private static void fail(RoutingContext context, Throwable failure) {
    if (failure instanceof RequestException tooMuch) {
      HttpResponses.refuse(context, 413, tooMuch);
    } else if (!(failure instanceof CancellationException)) {
      OF_THE_RECORD.forEach(context.response().headers()::remove);
      HttpResponses.fail(context, failure);
    }
  }
}
