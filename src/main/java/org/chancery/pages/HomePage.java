package org.chancery.pages;

import io.quarkus.qute.TemplateData;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.chancery.graphql.http.ApiSettings;
import org.chancery.graphql.http.Methods;
import org.chancery.graphql.http.RootPath;

/**
 * The page at the root: what the record has, and questions that open in GraphiQL, where that is
 * shown. It is there without its database too.
 */
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

  private final Pages pages;
  private final ApiSettings settings;
  private final RootPath rootPath;
  private final List<Example> examples;

  HomePage(Pages pages, ApiSettings settings, RootPath rootPath) {
    this.pages = pages;
    this.settings = settings;
    this.rootPath = rootPath;
    this.examples = EXAMPLES.stream().map(Example::of).toList();
  }

  /**
   * A question to ask in GraphiQL.
   *
   * @param link opens it
   */
  @TemplateData
  public record Example(String question, String link) {

    static Example of(String name) {
      String query = Resources.read("home/examples/" + name + ".graphql");
      return new Example(
          query.lines().findFirst().orElseThrow().substring("# ".length()),
          GraphiqlPage.PATH.substring(1) + "?query=" + PageView.encoded(query.strip()));
    }
  }

  void register(@Observes Router router) {
    Methods.get(router, "/", ORDER, context -> answer(context, Format.HTML));
    if (pages.areOpen()) {
      for (Format format : Format.CITATIONS) {
        Methods.get(
            router, "/chancery" + format.suffix(), ORDER, context -> answer(context, format));
      }
    }
  }

  private void answer(RoutingContext context, Format format) {
    String endpoint = rootPath.pathOf(context.request(), "/graphql");
    pages.begin(
        PageRequest.of(context, "home", "", "", format),
        asked ->
            pages.show(
                asked,
                Map.of(),
                Map.of(
                    "examples",
                    examples,
                    "graphiql",
                    settings.graphiql(),
                    "schema",
                    settings.schema(),
                    "endpoint",
                    endpoint)));
  }
}
