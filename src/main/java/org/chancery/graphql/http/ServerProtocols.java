package org.chancery.graphql.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Enables HTTP/2 with TLS only, where clients negotiate it; in clear text no browser uses it, and
 * one connection could begin any number of requests before its first is seen.
 */
@ApplicationScoped
class ServerProtocols implements HttpServerOptionsCustomizer {

  private static final long MOMENT_TO_END = 1000;

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }

  @Override
  public void customizeDomainSocketServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }

  /**
   * Quarkus 3.33 has no customizer for the management server, and some clients use clear-text
   * HTTP/2 unasked: there only GET is accepted, and nobody goes on sending after the response.
   */
  void register(@Observes ManagementInterface management) {
    management.router().route().order(Integer.MIN_VALUE).handler(ServerProtocols::check);
  }

  private static void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    PipelinedRequests.watch(request);
    String malformed = Malformed.reasonOf(context);
    if (malformed != null) {
      context.response().setStatusCode(400).end(malformed);
      return;
    }
    if (request.version() == HttpVersion.HTTP_2) {
      if (!request.method().equals(HttpMethod.GET)) {
        request.connection().close();
        return;
      }
      context.addEndHandler(
          answered ->
              context
                  .vertx()
                  .setTimer(
                      MOMENT_TO_END,
                      later -> {
                        if (!request.isEnded()) {
                          request.connection().close();
                        }
                      }));
    }
    context.next();
  }
}
