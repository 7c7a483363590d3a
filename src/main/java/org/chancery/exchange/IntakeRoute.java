package org.chancery.exchange;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.chancery.document.DocumentLoader;
import org.chancery.document.Fault;
import org.chancery.document.FaultsTold;
import org.chancery.document.FaultyDocumentException;
import org.chancery.document.LoadMode;
import org.chancery.document.SpoolFiles;
import org.chancery.graphql.errors.Echo;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.http.AdmissionControl;
import org.chancery.graphql.http.Authentication;
import org.chancery.graphql.http.HttpResponses;
import org.chancery.graphql.http.LongAnswers;
import org.chancery.graphql.http.Methods;
import org.chancery.graphql.http.RequestId;
import org.chancery.graphql.limits.Limits;
import org.chancery.graphql.viewer.Viewer;
import org.chancery.revision.HistoryFault;
import org.chancery.revision.HistoryImport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What comes in by POST: documents of editors, which amend the record, and a history of a curator,
 * which makes all of an empty one.
 */
@ApplicationScoped
class IntakeRoute {

  private static final List<String> TAKEN =
      List.of(RecordRoute.NDJSON, "application/ndjson", "application/jsonl");

  private static final String UTF_8 = "(?i);\\s*(charset\\s*=\\s*\"?utf-8\"?)?\\s*$";

  private static final String JSON = "application/json";

  private static final Logger LOG = Logger.getLogger("org.chancery.documents");

  private static final int BUFFER = 32 * 1024;

  private final DocumentLoader loader;
  private final HistoryImport histories;
  private final AdmissionControl admission;
  private final Authentication authentication;
  private final Uploads uploads;
  private final SpoolFiles files;
  private final Limits limits;
  private final LongWork imports;

  IntakeRoute(
      DocumentLoader loader,
      HistoryImport histories,
      AdmissionControl admission,
      Authentication authentication,
      Uploads uploads,
      SpoolFiles files,
      Limits limits,
      Vertx vertx) {
    this.loader = loader;
    this.histories = histories;
    this.admission = admission;
    this.authentication = authentication;
    this.uploads = uploads;
    this.files = files;
    this.limits = limits;
    // The record's clock lets one write after the other.
    this.imports = new LongWork(vertx, "imports", 1);
  }

  void register(@Observes Router router) {
    post(router, RecordRoute.PATH, "Get the record with GET, amend it with POST.", this::document);
    post(
        router,
        RecordRoute.HISTORY_PATH,
        "Get the history with GET, give one to an empty record with POST.",
        this::history);
  }

  /** Who sends a request, and what it asks for, before its body is read. */
  @FunctionalInterface
  private interface Intake {

    /**
     * What to do with the body.
     *
     * @throws RequestException where it shall not be read
     */
    Loading of(RoutingContext context, Viewer viewer);
  }

  /** Takes a body in, and answers. */
  @FunctionalInterface
  private interface Loading {
    void load(InputStream body) throws IOException;
  }

  private void post(Router router, String path, String instead, Intake intake) {
    router
        .route(HttpMethod.POST, path)
        .order(RecordRoute.ORDER)
        .handler(
            context -> {
              // Until it is known who sends it, and where it goes.
              context.request().pause();
              context.next();
            })
        .handler(admission::admitImport)
        .handler(authentication::authenticate)
        .handler(context -> receive(context, intake));
    Methods.refuseOthers(router, path, RecordRoute.ORDER + 1, instead, "GET", "HEAD", "POST");
  }

  private void receive(RoutingContext context, Intake intake) {
    try {
      Loading loading = intake.of(context, Authentication.viewerOf(context));
      requireNdjson(context);
      if (context.request().headers().contains("Idempotency-Key")) {
        throw RequestException.badInput(
            "A document needs no Idempotency-Key: what has an id or a key in it is not recorded twice. Leave the header out.");
      }
      uploads
          .receive(context, limits.document().asLongValue())
          .onSuccess(
              file -> {
                LongAnswers.await(context);
                imports.run(
                    context,
                    () -> {
                      try {
                        load(context, file, loading);
                      } finally {
                        files.delete(file);
                      }
                    });
              })
          .onFailure(failure -> LongWork.fail(context, failure));
    } catch (RequestException refused) {
      if (refused.code() == ErrorCode.UNAUTHENTICATED) {
        Authentication.challenge(context);
      }
      HttpResponses.refuse(context, statusOf(refused.code()), refused);
    }
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
          RecordRoute.NDJSON);
    }
  }

  private void load(RoutingContext context, Path file, Loading loading) throws IOException {
    boolean isGzip =
        "gzip".equalsIgnoreCase(context.request().getHeader(HttpHeaders.CONTENT_ENCODING));
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        InputStream body =
            new LimitedStream(
                isGzip ? new GZIPInputStream(bytes, BUFFER) : bytes,
                limits.document().asLongValue())) {
      HttpResponses.tellWhateverIsUnread(context);
      loading.load(body);
    } catch (EOFException | ZipException noGzip) {
      refuseGzip(context);
    } catch (UncheckedIOException unreadable) {
      if (!(unreadable.getCause() instanceof EOFException
          || unreadable.getCause() instanceof ZipException)) {
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

  private Loading document(RoutingContext context, Viewer viewer) {
    String editor = viewer.editor();
    boolean mayMerge = viewer.isCurator();
    Parameters.requireKnown(context, "check", "partial", "reason");
    LoadMode mode = modeOf(context);
    String reason = context.request().getParam("reason");
    return document -> {
      try {
        DocumentLoader.Loaded loaded =
            loader.load(document, editor, mayMerge, reason, mode, whileSomebodyWaits(context));
        LOG.infof(
            "%s %s a document of %d lines: %d changes, revision %s, request %s",
            Echo.of(editor),
            mode == LoadMode.TRIAL ? "tried" : "loaded",
            (Integer) loaded.lines(),
            (Integer) loaded.changes(),
            loaded.revision(),
            RequestId.of(context));
        HttpResponses.send(context, 200, JSON, told(loaded, mode).toBuffer());
      } catch (IllegalArgumentException noReason) {
        HttpResponses.refuse(
            context, 400, RequestException.badInput("reason: " + noReason.getMessage()));
      } catch (FaultyDocumentException faulty) {
        refuseAll(context, told(faulty.faults()));
      }
    };
  }

  private static LoadMode modeOf(RoutingContext context) {
    boolean isTrial = Parameters.isSet(context, "check");
    boolean isPartial = Parameters.isSet(context, "partial");
    if (isTrial && isPartial) {
      throw RequestException.badInput(
          "\"check\" and \"partial\" do not go together: \"check\" tells all faults, and so which lines would be left out.");
    }
    return isTrial ? LoadMode.TRIAL : isPartial ? LoadMode.PARTIAL : LoadMode.WHOLE;
  }

  private Loading history(RoutingContext context, Viewer viewer) {
    // It says who wrote which revision.
    String curator = viewer.curator();
    Parameters.requireKnown(context);
    return history -> {
      try {
        int revisions = histories.load(history, whileSomebodyWaits(context));
        LOG.infof(
            "%s loaded a history of %d revisions, request %s",
            Echo.of(curator), (Integer) revisions, RequestId.of(context));
        HttpResponses.send(
            context, 200, JSON, new JsonObject().put("revisions", revisions).toBuffer());
      } catch (HistoryFault fault) {
        refuseAll(context, new JsonArray().add(told(fault.getMessage(), extensions())));
      }
    };
  }

  private static IntConsumer whileSomebodyWaits(RoutingContext context) {
    return line -> {
      if (HttpResponses.isGone(context)) {
        throw new CancellationException();
      }
    };
  }

  private static void refuseAll(RoutingContext context, JsonArray errors) {
    HttpResponses.send(context, 422, JSON, new JsonObject().put("errors", errors).toBuffer());
  }

  private static JsonObject told(DocumentLoader.Loaded loaded, LoadMode mode) {
    JsonObject told =
        new JsonObject()
            .put("lines", loaded.lines())
            .put("changes", loaded.changes())
            .put("revision", loaded.revision());
    return mode == LoadMode.PARTIAL
        ? told.put("leftOut", loaded.leftOut()).put("errors", told(loaded.refused()))
        : told;
  }

  private static JsonArray told(FaultsTold faults) {
    JsonArray errors = new JsonArray();
    for (Fault fault : faults.all()) {
      errors.add(
          told(
              fault.toString(),
              extensions()
                  .put("line", fault.line())
                  .put("path", fault.path())
                  .put("fault", fault.kind().name())));
    }
    if (faults.ofMore() != null) {
      errors.add(told(faults.ofMore(), extensions()));
    }
    return errors;
  }

  private static JsonObject told(@Nullable String message, JsonObject extensions) {
    return new JsonObject().put("message", message).put("extensions", extensions);
  }

  private static JsonObject extensions() {
    return new JsonObject().put("code", ErrorCode.BAD_USER_INPUT.name());
  }
}
