package org.chancery.graphql.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The page at the root: with questions that open in GraphiQL, where that is shown. */
@ApplicationScoped
class HomePage {

  /** Before the static pages. */
  private static final int ORDER = -1;

  private final ApiSettings settings;

  HomePage(ApiSettings settings) {
    this.settings = settings;
  }

  void register(@Observes Router router) {
    if (!settings.graphiql()) {
      router
          .route("/")
          .order(ORDER)
          .method(HttpMethod.GET)
          .handler(context -> context.reroute("/without-graphiql.html"));
    }
  }
}
