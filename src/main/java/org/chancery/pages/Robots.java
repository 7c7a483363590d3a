package org.chancery.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.graphql.http.ApiSettings;
import org.chancery.graphql.http.AsOfParameter;
import org.chancery.graphql.http.HttpResponses;
import org.chancery.graphql.http.Methods;
import org.chancery.graphql.http.RootPath;

/**
 * Leads crawlers to lists and things, and keeps them out of what can be combined without end, as
 * RFC 9309 has it.
 */
@ApplicationScoped
class Robots {

  private static final int ORDER = 5;

  private final Pages pages;
  private final ApiSettings settings;
  private final RootPath rootPath;

  Robots(Pages pages, ApiSettings settings, RootPath rootPath) {
    this.pages = pages;
    this.settings = settings;
    this.rootPath = rootPath;
  }

  void register(@Observes Router router) {
    if (pages.areOpen()) {
      Methods.get(router, "/robots.txt", ORDER, this::answer);
    }
  }

  private void answer(RoutingContext context) {
    List<String> closed =
        new ArrayList<>(List.of("/graphql", "/record", "/q/", "/search", "/*/*/history"));
    List<String> parameters = new ArrayList<>(List.of(AsOfParameter.NAME));
    parameters.addAll(ListPage.parametersOfAll());
    parameters.add(ReadingRoom.ACCOUNTS);
    parameters.forEach(
        parameter -> closed.addAll(List.of("/*?" + parameter + "=", "/*&" + parameter + "=")));
    String rules =
        closed.stream()
            .map(path -> "Disallow: " + rootPath.pathOf(context.request(), path) + "\n")
            .collect(Collectors.joining("", "User-agent: *\n", ""));
    HttpResponses.sendCacheable(
        context, "text/plain;charset=utf-8", Buffer.buffer(rules), settings.maxAge());
  }
}
