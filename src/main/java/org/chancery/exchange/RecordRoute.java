package org.chancery.exchange;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;
import org.chancery.document.RecordExport;
import org.chancery.document.RecordPackage;
import org.chancery.document.SpoolFiles;
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
import org.chancery.graphql.http.TimedReading;
import org.chancery.revision.HistoryExport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The record as a document at {@code /record}, as tables, and with all of its past: read with GET.
 */
@ApplicationScoped
class RecordRoute {

  static final String PATH = "/record";

  /** The same as tables. */
  private static final String ZIP_PATH = "/record.zip";

  static final String HISTORY_PATH = PATH + "/history";

  /** Before the limit of Quarkus for bodies, at -2, which refuses without a message. */
  static final int ORDER = -10;

  static final String NDJSON = "application/x-ndjson";

  private static final Logger LOG = Logger.getLogger("org.chancery.documents");

  private static final String REVISION = "Chancery-Revision";

  /** The revision that who asks has already: what has changed since is told. */
  private static final String SINCE = "since";

  /** A filter. */
  private static final String MEETINGS = "meetings";

  /** It has a connection to the database for as long as it takes to write its file. */
  private static final int EXPORTS_AT_ONCE = 1;

  /** They wait for queries of their own, in the share of who asks. */
  private static final int CHOICES_AT_ONCE = 4;

  /** Headers of the record itself, which no refusal has. */
  static final List<CharSequence> HEADERS =
      List.of(REVISION, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.ETAG);

  private static final int BUFFER = 32 * 1024;

  private final RecordExport export;
  private final RecordPackage tables;
  private final AdmissionControl admission;
  private final Authentication authentication;
  private final SpoolFiles files;
  private final HistoryExport history;
  private final ChosenMeetings meetings;
  private final TimedReading timed;
  private final LongWork choices;
  private final LongWork exports;

  RecordRoute(
      RecordExport export,
      RecordPackage tables,
      AdmissionControl admission,
      Authentication authentication,
      SpoolFiles files,
      HistoryExport history,
      ChosenMeetings meetings,
      TimedReading timed,
      Vertx vertx) {
    this.export = export;
    this.tables = tables;
    this.admission = admission;
    this.authentication = authentication;
    this.files = files;
    this.history = history;
    this.meetings = meetings;
    this.timed = timed;
    this.choices = new LongWork(vertx, "choices", CHOICES_AT_ONCE);
    this.exports = new LongWork(vertx, "exports", EXPORTS_AT_ONCE);
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
    Methods.refuseOthers(
        router,
        ZIP_PATH,
        ORDER + 1,
        "This address is there to be read: ask with GET.",
        "GET",
        "HEAD");
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
        Parameters.requireKnown(context, AsOfParameter.NAME, SINCE, MEETINGS);
      } else {
        Parameters.requireKnown(context, AsOfParameter.NAME);
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
    timed
        .read(context, () -> sourceOf(asOf, wanted))
        .onSuccess(source -> send(context, form, asOf, wanted, source))
        .onFailure(failure -> fail(context, failure));
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

  private RecordExport.Source sourceOf(AsOfParameter asOf, Wanted wanted) {
    RecordExport.Source source = export.source(asOf.revision(), asOf.at());
    Integer since = wanted.since();
    if (since != null && since > source.revision()) {
      throw new NoSuchElementException(
          "What comes after revision %d is not told as of revision %d: it is before, or the last one."
              .formatted(since, source.revision()));
    }
    return source;
  }

  private void send(
      RoutingContext context,
      Form form,
      AsOfParameter asOf,
      Wanted wanted,
      RecordExport.Source source) {
    if (HttpResponses.isGone(context)) {
      return;
    }
    JsonObject filter = wanted.meetings();
    if (filter == null) {
      send(context, form, asOf, wanted, source, new RecordExport.Part(wanted.since(), null));
      return;
    }
    choices.run(
        context,
        () -> {
          RecordExport.Part part;
          try {
            part = new RecordExport.Part(null, meetings.find(context, filter, source.revision()));
          } catch (RequestException failure) {
            fail(context, failure);
            return;
          }
          send(context, form, asOf, wanted, source, part);
        });
  }

  private void send(
      RoutingContext context,
      Form form,
      AsOfParameter asOf,
      Wanted wanted,
      RecordExport.Source source,
      RecordExport.Part part) {
    if (begin(context, form, asOf, wanted, source)) {
      exports.run(context, () -> sendFile(context, form, source, part));
    }
  }

  private static void fail(RoutingContext context, Throwable failure) {
    if (failure instanceof NoSuchElementException unknown) {
      HttpResponses.refuse(
          context, 404, RequestException.badInput(String.valueOf(unknown.getMessage())));
    } else if (failure instanceof RequestException mistake
        && mistake.code() != ErrorCode.SERVICE_UNAVAILABLE) {
      HttpResponses.refuse(context, 400, mistake);
    } else {
      LongWork.fail(context, failure);
    }
  }

  /**
   * Says what is sent.
   *
   * @return false where nothing is, since who asks has it, or asks for no more
   */
  private static boolean begin(
      RoutingContext context,
      Form form,
      AsOfParameter asOf,
      Wanted wanted,
      RecordExport.Source source) {
    if (form.path().equals(HISTORY_PATH)) {
      HttpResponses.namesSomebody(context);
    }
    HttpServerResponse response = context.response();
    response
        .putHeader(REVISION, String.valueOf(source.revision()))
        .putHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"record-%s%d.%s\""
                .formatted(
                    wanted.since() == null ? "" : wanted.since() + "-to-",
                    source.revision(),
                    form.suffix()));
    if (!HttpResponses.beginCacheable(
        context,
        "W/\"" + source.tag() + wanted.tag() + "\"",
        asOf.revision() == null ? Duration.ZERO : HttpResponses.OF_THE_PAST)) {
      return false;
    }
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.putHeader(HttpHeaders.CONTENT_TYPE, form.mediaType()).end();
      return false;
    }
    return true;
  }

  private void sendFile(
      RoutingContext context, Form form, RecordExport.Source source, RecordExport.Part part)
      throws IOException {
    boolean gzip = form.compresses() && HttpResponses.takesGzip(context);
    Path file = files.create("record");
    try {
      write(file, gzip, form, source, part);
    } catch (HistoryExport.ErasedSinceException justNow) {
      files.delete(file);
      throw RequestException.unavailable(
          "Words were erased just now, after the revision that this would end with: ask again.");
    } catch (IOException | RuntimeException failure) {
      files.delete(file);
      throw failure;
    }
    HttpServerResponse response = context.response();
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
}
