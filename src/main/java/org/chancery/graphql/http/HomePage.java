package org.chancery.graphql.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The page at the root: with questions that open in GraphiQL, where that is shown. */
@ApplicationScoped
class HomePage {

  /** Before the static pages. */
  private static final int ORDER = -2;

  private final ApiSettings settings;

  HomePage(ApiSettings settings) {
    this.settings = settings;
  }

  void register(@Observes Router router) {
    Buffer page =
        read(settings.graphiql() ? "/home/with-graphiql.html" : "/home/without-graphiql.html");
    Methods.get(
        router,
        "/",
        ORDER,
        context ->
            HttpAnswer.sendToBeKept(context, "text/html;charset=utf-8", page, settings.maxAge()));
  }

  private static Buffer read(String resource) {
    try (InputStream page = Objects.requireNonNull(HomePage.class.getResourceAsStream(resource))) {
      return Buffer.buffer(page.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
