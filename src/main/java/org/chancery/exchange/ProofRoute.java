package org.chancery.exchange;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.http.HttpResponses;
import org.chancery.graphql.http.Methods;
import org.chancery.graphql.http.TimedReading;
import org.chancery.proof.SignedHead;
import org.chancery.proof.SigningKey;
import org.chancery.revision.PublicLog;

/**
 * The proof below {@code /record}: the last head and older ones, the key, and the tree in tiles, as
 * witnesses and monitors of logs read them.
 */
@ApplicationScoped
class ProofRoute {

  private static final int ORDER = -10;

  private static final String TEXT = "text/plain;charset=utf-8";

  private static final String REVISION = "revision";

  /** A number in groups of three digits, of which all but the last have an x before them. */
  private static final Pattern TILE =
      Pattern.compile(
          ".*/record/tile/(?<level>[0-9]|entries)/(?<index>(?:x[0-9]{3}/){0,2}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final PublicLog log;
  private final SigningKey key;
  private final TimedReading timed;

  ProofRoute(PublicLog log, SigningKey key, TimedReading timed) {
    this.log = log;
    this.key = key;
    this.timed = timed;
  }

  void register(@Observes Router router) {
    Methods.get(router, "/record/head", ORDER, this::head);
    // As c2sp.org/tlog-tiles calls it.
    Methods.get(router, "/record/checkpoint", ORDER, this::head);
    Methods.get(router, "/record/key", ORDER, this::key);
    Methods.get(router, "/record/tile/*", ORDER, this::tile);
  }

  private void head(RoutingContext context) {
    String revision = context.request().getParam(REVISION);
    if (context.queryParams().names().stream().anyMatch(name -> !name.equals(REVISION))
        || (revision != null && !NUMBER.matcher(revision).matches())) {
      HttpResponses.refuse(
          context,
          400,
          RequestException.badInput(
              "There is the parameter \"%s\" here, a number from 1 on.", REVISION));
      return;
    }
    answer(
        context,
        TEXT,
        revision == null ? Duration.ZERO : HttpResponses.FOR_GOOD,
        revision == null
            ? "The record has no revision yet."
            : "There is no revision %s.".formatted(revision),
        () ->
            (revision == null ? log.head() : log.head(Integer.parseInt(revision)))
                .map(SignedHead::note)
                .map(Buffer::buffer));
  }

  private void key(RoutingContext context) {
    HttpResponses.sendCacheable(context, TEXT, Buffer.buffer(key.published()), Duration.ZERO);
  }

  private void tile(RoutingContext context) {
    Matcher path = TILE.matcher(context.normalizedPath());
    String none =
        "There is no such tile: they are /record/tile/LEVEL/INDEX and /record/tile/entries/INDEX, with .p/WIDTH where the tree is not that large yet.";
    if (!path.matches()) {
      HttpResponses.refuse(context, 404, RequestException.badInput(none));
      return;
    }
    int index = Integer.parseInt(path.group("index").replaceAll("[x/]", ""));
    int width =
        path.group("width") == null ? PublicLog.TILE : Integer.parseInt(path.group("width"));
    String level = path.group("level");
    answer(
        context,
        "application/octet-stream",
        HttpResponses.FOR_GOOD,
        none,
        () ->
            (width > PublicLog.TILE
                    ? Optional.<byte[]>empty()
                    : level.equals("entries")
                        ? log.entries(index, width)
                        : log.tile(Integer.parseInt(level), index, width))
                .map(Buffer::buffer));
  }

  private void answer(
      RoutingContext context,
      String type,
      Duration maxAge,
      String none,
      Supplier<Optional<Buffer>> reading) {
    timed
        .read(context, reading)
        .onSuccess(
            found -> {
              if (found.isPresent()) {
                HttpResponses.sendCacheable(context, type, found.get(), maxAge);
              } else {
                HttpResponses.refuse(context, 404, RequestException.badInput(none));
              }
            })
        .onFailure(failure -> HttpResponses.fail(context, failure));
  }
}
