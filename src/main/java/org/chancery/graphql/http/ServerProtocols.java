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
 * Which versions of HTTP are spoken. HTTP/2 is for TLS, where clients agree on it; in clear text no
 * browser asks for it, and one connection could begin any number of requests before anybody sees
 * its first.
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
   * Quarkus 3.33 lets nobody customise the server of management, and some clients ask for HTTP/2 in
   * clear text by themselves: nothing but GET is sent there, and nobody goes on sending after the
   * answer.
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
