package org.chancery.pages;

import graphql.ExecutionResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.graphql.execution.ResponseObject;
import org.chancery.graphql.http.ApiSettings;
import org.chancery.graphql.http.GraphqlEngine;
import org.chancery.graphql.http.HttpResponses;
import org.chancery.graphql.http.Methods;
import org.chancery.graphql.http.RootPath;

/** The page at the root: with questions that open in GraphiQL, where that is shown. */
@ApplicationScoped
class HomePage {

  /** Before the static pages. */
  private static final int ORDER = -2;

  /** The questions, each a file whose first line is a comment with what it asks. */
  private static final List<String> EXAMPLES =
      List.of(
          "WhoseWord",
          "SideBySide",
          "WhoAnswersForIt",
          "SearchEverything",
          "EverythingAboutSomebody",
          "ThreeLanguages",
          "NewestMeetings");

  /** Without a party there is nothing: every record begins with one. */
  private static final String ANYTHING = "query Anything { parties(first: 1) { nodes { key } } }";

  private final GraphqlEngine engine;
  private final ApiSettings settings;
  private final RootPath rootPath;
  private final String page;
  private final String emptyNotice = Page.read("empty.html");

  HomePage(GraphqlEngine engine, ApiSettings settings, RootPath rootPath) {
    this.engine = engine;
    this.settings = settings;
    this.rootPath = rootPath;
    this.page =
        Page.read("home.html")
            .replace("{examples}", settings.graphiql() ? examples() : "")
            .replace("{graphiql}", settings.graphiql() ? Page.read("graphiql-link.html") : "")
            .replace("{schema}", settings.schema() ? Page.read("schema-link.html") : "");
  }

  private static String examples() {
    return Page.read("examples.html")
        .replace(
            "{links}",
            EXAMPLES.stream().map(HomePage::link).collect(Collectors.joining("\n      ")));
  }

  private static String link(String example) {
    String query = Page.read("examples/" + example + ".graphql");
    String question = query.lines().findFirst().orElseThrow().substring("# ".length());
    return "<li><a href=\"%s?query=%s\">%s</a></li>"
        .formatted(
            GraphiqlPage.PATH.substring(1),
            URLEncoder.encode(query.strip(), StandardCharsets.UTF_8).replace("+", "%20"),
            question);
  }

  void register(@Observes Router router) {
    Methods.get(router, "/", ORDER, this::answer);
  }

  private void answer(RoutingContext context) {
    String endpoint = rootPath.of("/graphql");
    var unused =
        engine
            .ask(context, ANYTHING, Map.of())
            .thenAccept(
                found ->
                    HttpResponses.sendCacheable(
                        context,
                        Page.HTML,
                        Buffer.buffer(
                            page.replace("{endpoint}", endpoint)
                                .replace("{notice}", isEmpty(found) ? emptyNotice : "")),
                        settings.maxAge()))
            .exceptionally(HttpResponses.failing(context));
  }

  /** Whether there surely is nothing in the record: the page is there without its database too. */
  private static boolean isEmpty(ExecutionResult found) {
    ResponseObject answer = found.getData();
    return found.getErrors().isEmpty()
        && answer != null
        && answer.plain().get("parties") instanceof Map<?, ?> parties
        && parties.get("nodes") instanceof List<?> nodes
        && nodes.isEmpty();
  }
}
