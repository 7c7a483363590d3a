package org.chancery.exchange;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.chancery.document.SpoolFiles;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.http.HttpResponses;

/**
 * Bodies that are kept in files while they arrive: who sends slowly holds neither a thread nor a
 * transaction.
 */
@ApplicationScoped
class Uploads {

  private final SpoolFiles files;

  Uploads(SpoolFiles files) {
    this.files = files;
  }

  /**
   * Receives the body of a request, which is paused. Who gets the file deletes it.
   *
   * @param most bytes; a request with more is refused
   */
  Future<Path> receive(RoutingContext context, long most) {
    String announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (announced != null && Long.parseLong(announced) > most) {
      return Future.failedFuture(beyond(Long.parseLong(announced), most));
    }
    return context
        .vertx()
        .executeBlocking(() -> files.create("upload"), false)
        .compose(
            file ->
                context
                    .vertx()
                    .fileSystem()
                    .open(file.toString(), new OpenOptions().setRead(false))
                    .compose(open -> receive(context, open, file, most))
                    .map(file)
                    .onFailure(failed -> files.delete(file)));
  }

  private static Future<Void> receive(
      RoutingContext context, AsyncFile file, Path path, long most) {
    Promise<Void> received = Promise.promise();
    AtomicLong bytes = new AtomicLong();
    HttpServerRequest request = context.request();
    request.exceptionHandler(received::tryFail);
    request.endHandler(ended -> received.tryComplete());
    request.handler(
        part -> {
          if (received.future().isComplete()) {
            return;
          }
          if (bytes.addAndGet(part.length()) > most) {
            received.tryFail(beyond(bytes.get(), most));
            return;
          }
          file.write(part).onFailure(received::tryFail);
          if (file.writeQueueFull()) {
            request.pause();
            file.drainHandler(drained -> request.resume());
          }
        });
    if (HttpResponses.isGone(context)) {
      // Before there was a handler that would have heard of it.
      received.tryFail(new CancellationException());
    }
    if (request.headers().contains(HttpHeaders.EXPECT)) {
      context.response().writeContinue();
    }
    request.resume();
    return received
        .future()
        .eventually(() -> file.close())
        .compose(closed -> requireAll(context, path, bytes.get()));
  }

  /**
   * What comes after the end of the body is not heard of: that the last of it could not be written.
   */
  private static Future<Void> requireAll(RoutingContext context, Path path, long bytes) {
    return context
        .vertx()
        .fileSystem()
        .props(path.toString())
        .compose(
            file ->
                file.size() == bytes
                    ? Future.succeededFuture()
                    : Future.failedFuture(new IOException("The body could not be kept.")));
  }

  /** A body of more bytes than there may be. */
  static RequestException beyond(long bytes, long most) {
    return RequestException.beyondLimit(
        "body bytes",
        bytes,
        most,
        "Import it with the command line where the record is, which has no limit.");
  }
}
