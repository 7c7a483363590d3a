package org.chancery.graphql.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page at the root: with questions that open in GraphiQL, where that is shown. */
@ApplicationScoped
class HomePage {

  /** Before the static pages. */
  private static final int ORDER = -2;

  /** Before an address that is text and no link: those are relative. */
  private static final String CODE = "<code>";

  private final ApiSettings settings;

  private final RootPath rootPath;

  HomePage(ApiSettings settings, RootPath rootPath) {
    this.settings = settings;
    this.rootPath = rootPath;
  }

  void register(@Observes Router router) {
    Buffer page =
        Buffer.buffer(
            read(settings.graphiql() ? "/home/with-graphiql.html" : "/home/without-graphiql.html")
                .replace(CODE + GraphqlRoute.PATH, CODE + rootPath.of(GraphqlRoute.PATH)));
    Methods.get(
        router,
        "/",
        ORDER,
        context ->
            HttpResponses.sendCacheable(
                context, "text/html;charset=utf-8", page, settings.maxAge()));
  }

  private static String read(String resource) {
    try (InputStream page = Objects.requireNonNull(HomePage.class.getResourceAsStream(resource))) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
