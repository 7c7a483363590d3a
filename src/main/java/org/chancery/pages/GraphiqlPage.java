package org.chancery.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.http.ApiSettings;
import org.chancery.graphql.http.HttpResponses;
import org.chancery.graphql.http.MediaTypes;
import org.chancery.graphql.http.Methods;

/**
 * GraphiQL with this service's name in its title. Stands before the page of SmallRye GraphQL 2.17,
 * whose title is its own, and loads the same scripts. Could go where the title can be set.
 */
@ApplicationScoped
class GraphiqlPage {

  static final String PATH = "/q/graphql-ui/";

  /** Before the static pages. */
  private static final int ORDER = -2;

  private final ApiSettings settings;

  GraphiqlPage(ApiSettings settings) {
    this.settings = settings;
  }

  void register(@Observes Router router) {
    if (!settings.graphiql()) {
      Methods.get(
          router,
          PATH,
          ORDER,
          context ->
              HttpResponses.refuse(
                  context,
                  404,
                  MediaTypes.JSON,
                  Errors.of(
                      ErrorCode.BAD_REQUEST,
                      "GraphiQL is not shown here. Whoever runs the service can switch it on with chancery.api.graphiql=true.")));
    } else {
      Buffer page = Buffer.buffer(Resources.read("home/graphiql.html"));
      Methods.get(
          router,
          PATH,
          ORDER,
          context ->
              HttpResponses.sendCacheable(
                  context, Format.HTML.mediaType(), page, settings.maxAge()));
    }
  }
}
