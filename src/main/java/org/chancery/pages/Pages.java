package org.chancery.pages;

import graphql.ExecutionResult;
import graphql.language.AstPrinter;
import graphql.parser.Parser;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLSchema;
import io.quarkus.qute.Engine;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.address.Mementos;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.ResponseObject;
import org.chancery.graphql.http.ApiSettings;
import org.chancery.graphql.http.AsOfParameter;
import org.chancery.graphql.http.GraphqlEngine;
import org.chancery.graphql.http.HttpResponses;
import org.chancery.graphql.http.RootPath;
import org.chancery.graphql.http.Sha256;
import org.chancery.graphql.limits.Limits;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages: each is a template with the query beside it, which the GraphQL engine answers with
 * its limits, of one moment.
 */
@ApplicationScoped
class Pages {

  /** The part of a request's time after which nothing more is counted for its page. */
  private static final int COUNTING = 4;

  /** What is known of the record where its database is gone. */
  private static final Map<String, @Nullable Object> NOTHING =
      Map.of("revisions", Map.of("nodes", List.of()));

  private static final String FEED = "feed.xml";

  /** How GraphQL Java says that an enum has no such value. */
  private static final Pattern WRONG_CHOICE =
      Pattern.compile("Invalid input for enum '(\\w+)'\\. No value found for name '([^']*)'");

  /** Where the style sheet is, whose address is another where it is another. */
  private static final String STYLE =
      "chancery.css?"
          + Sha256.hexOf(Resources.read("META-INF/resources/chancery.css")).substring(0, 12);

  private final GraphqlEngine graphql;
  private final GraphQLSchema schema;
  private final Engine templates;
  private final ApiSettings settings;
  private final Limits limits;
  private final RootPath rootPath;
  private final boolean areOpen;
  private final Optional<String> baseUrl;
  private final Map<String, PageQuery> queries = new ConcurrentHashMap<>();
  private final AtomicReference<KeptCounts> keptCounts =
      new AtomicReference<>(new KeptCounts(null));

  Pages(
      GraphqlEngine graphql,
      GraphQLSchema schema,
      Engine templates,
      ApiSettings settings,
      Limits limits,
      RootPath rootPath,
      @ConfigProperty(name = "chancery.pages") boolean areOpen,
      @ConfigProperty(name = "chancery.address.base-url") Optional<String> baseUrl) {
    this.areOpen = areOpen;
    this.baseUrl = baseUrl.map(base -> base.replaceFirst("/*$", "/"));
    this.graphql = graphql;
    this.schema = schema;
    this.templates = templates;
    this.settings = settings;
    this.limits = limits;
    this.rootPath = rootPath;
  }

  /** Whether there are any beside the first one. */
  boolean areOpen() {
    return areOpen;
  }

  /**
   * Goes on with what somebody asks for; where it cannot be read they are told so.
   *
   * @param present the same of the present
   */
  void begin(PageRequest present, Consumer<PageRequest> then) {
    try {
      MultiMap parameters = present.context().request().params();
      List<String> known = present.parametersOfFile();
      for (String name : parameters.names()) {
        if (!present.takesSeveral(name) && parameters.getAll(name).size() > 1) {
          throw RequestException.isThereTwice(name);
        }
        if (!known.isEmpty() && !known.contains(name)) {
          throw RequestException.isNoParameter(name, known);
        }
      }
      then.accept(present.as(AsOfParameter.of(present.context())));
    } catch (RequestException unreadable) {
      tell(
          present.context(),
          viewOf(present),
          400,
          "This cannot be shown",
          String.valueOf(unreadable.getMessage()),
          null);
    }
  }

  /** Asks a page's query with these variables, and goes on with the view and the data. */
  void ask(
      PageRequest asked,
      Map<String, @Nullable Object> given,
      BiConsumer<PageView, Map<String, @Nullable Object>> then) {
    ask(asked, given, then, (isTooMuch, tell) -> tell.run());
  }

  /** What to do where something is wrong with what was asked. */
  @FunctionalInterface
  interface Otherwise {

    /**
     * Tells it, or asks for something else.
     *
     * @param isTooMuch whether it was more than one may ask for
     */
    void go(boolean isTooMuch, Runnable tell);
  }

  /** The same. */
  void ask(
      PageRequest asked,
      Map<String, @Nullable Object> given,
      BiConsumer<PageView, Map<String, @Nullable Object>> then,
      Otherwise otherwise) {
    Map<String, @Nullable Object> variables = variablesOf(asked, given);
    String text = queryOf(asked).as(asked.moment());
    if (asked.list() != null) {
      Map<String, List<String>> several = asked.list().several(asked.parameters());
      text = several.isEmpty() ? text : PageQuery.withNames(text, several);
    }
    PageView view = viewOf(asked, text, variables);
    var unused =
        graphql
            .ask(asked.context(), text, variables)
            .thenAccept(result -> answer(asked, view, result, then, otherwise))
            .exceptionally(HttpResponses.failing(asked.context()));
  }

  private static Map<String, @Nullable Object> variablesOf(
      PageRequest asked, Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> variables = asked.moment().variables();
    variables.putAll(given);
    return variables;
  }

  PageQuery queryOf(PageRequest asked) {
    return queries.computeIfAbsent(
        asked.name() + " " + asked.thing(), any -> PageQuery.of(asked.name(), asked.thing()));
  }

  /** Sends a page's query as a document of GraphQL, with its variables in a comment. */
  void sendQuery(PageRequest asked, Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> variables = variablesOf(asked, given);
    send(
        asked,
        Buffer.buffer(
            "# Variables: %s\n%s\n"
                .formatted(
                    new JsonObject(new TreeMap<>(variables)).encode(),
                    AstPrinter.printAst(Parser.parse(queryOf(asked).as(asked.moment()))).strip())));
  }

  private void answer(
      PageRequest asked,
      PageView view,
      ExecutionResult result,
      BiConsumer<PageView, Map<String, @Nullable Object>> then,
      Otherwise otherwise) {
    ResponseObject answer = result.getData();
    String mistake = Errors.mistakeIn(result.getErrors());
    if (Errors.areOfTime(result.getErrors())) {
      tell(
          asked.context(),
          view,
          503,
          "Not just now",
          "This took longer than a page may: try again in a moment, or leave some of it out.",
          null);
    } else if (mistake != null) {
      boolean isTooMuch = Errors.has(result.getErrors(), ErrorCode.LIMIT_EXCEEDED);
      String message =
          isTooMuch
              ? "This asks for too much at once: leave some of it out."
              : withChoices(mistake);
      otherwise.go(
          isTooMuch,
          () ->
              tell(
                  asked.context(),
                  view,
                  400,
                  "This cannot be shown",
                  message,
                  // One that was chosen may have been withdrawn since.
                  view.narrows(ReadingRoom.ACCOUNTS)
                      ? new PageView.Way(
                          "With all its accounts", view.without(ReadingRoom.ACCOUNTS))
                      : null));
    } else if (asked.path().isEmpty() && !result.getErrors().isEmpty()) {
      then.accept(view, NOTHING);
    } else if (Errors.arePassing(result.getErrors())) {
      tellToWait(asked, view);
    } else if (answer == null || !result.getErrors().isEmpty()) {
      tell(
          asked.context(),
          view,
          500,
          "This went wrong",
          "The service could not answer this. Try again.",
          null);
    } else {
      Map<String, @Nullable Object> data = answer.plain();
      then.accept(
          view,
          asked.moment().isPast() && data.get("asOf") instanceof Map<?, ?> past
              ? members(past)
              : data);
    }
  }

  /** What is wrong, in words of the page and not of the schema where it is a choice. */
  private String withChoices(String mistake) {
    Matcher choice = WRONG_CHOICE.matcher(mistake);
    return choice.find() && schema.getType(choice.group(1)) instanceof GraphQLEnumType choices
        ? choices.getValues().stream()
            .map(one -> InWords.name(one.getName()))
            .collect(
                Collectors.joining(
                    ", ", "“%s” is none of: ".formatted(InWords.name(choice.group(2))), "."))
        : mistake;
  }

  /**
   * Shows what a page's query answers with these variables. What is counted beside a list is asked
   * after it, of the same revision, while there is time; what cannot be had is left out.
   */
  void show(PageRequest asked, Map<String, @Nullable Object> given) {
    show(asked, given, Map.of());
  }

  /**
   * The same, with more to show.
   *
   * @param more what the template has beside what was asked
   */
  void show(
      PageRequest asked, Map<String, @Nullable Object> given, Map<String, @Nullable Object> more) {
    ask(
        asked,
        given,
        (view, data) -> {
          List<PageQuery.Count> counts =
              asked.format() == Format.HTML && data.containsKey(PageQuery.LIST)
                  ? queryOf(asked).counts()
                  : List.of();
          if (counts.isEmpty()) {
            show(asked, view, data, more);
            return;
          }
          Map<String, @Nullable Object> variables = variablesOf(asked.asOf(data), given);
          // In which order, and where the page begins, changes nothing of how many there are.
          variables.keySet().removeAll(List.of(ListPage.ORDER, ReadingRoom.AFTER));
          KeptCounts kept =
              asked.moment().isPast()
                  ? new KeptCounts(null)
                  : keptCounts.updateAndGet(one -> one.of(data.get(PageQuery.REVISIONS)));
          Map<String, @Nullable Object> all = new HashMap<>(data);
          new Counting(graphql, asked.context(), variables, kept, limits.time().dividedBy(COUNTING))
              .add(counts, all, () -> show(asked, view, all, more));
        });
  }

  /** Shows a page, or sends it in the format that is asked for. */
  void show(
      PageRequest asked,
      PageView view,
      Map<String, @Nullable Object> data,
      Map<String, @Nullable Object> more) {
    if (data == NOTHING && asked.format() != Format.HTML) {
      tellToWait(asked, view);
      return;
    }
    String title = PageTitle.of(asked, view, data);
    Citation citation = Citation.of(view, title, data, asked.thing());
    if (Format.CITATIONS.contains(asked.format())) {
      cite(asked, view, citation);
      return;
    }
    PageLinks.add(asked, view, citation, data);
    Map<String, @Nullable Object> all = new HashMap<>(more);
    all.put("page", view);
    all.put("data", data);
    all.put("title", title);
    all.put("citation", citation);
    Buffer body =
        Buffer.buffer(rendered(asked.format() == Format.ATOM ? FEED : asked.name() + ".html", all));
    if (data == NOTHING) {
      HttpResponses.send(asked.context(), 200, asked.format().mediaType(), body);
      return;
    }
    if (asked.moment().isPast() && citation != null) {
      Mementos.date(asked.context(), citation.recordedAt().toString());
    }
    send(asked, body);
  }

  private void tellToWait(PageRequest asked, PageView view) {
    tell(
        asked.context(),
        view,
        503,
        "Not just now",
        "The service cannot answer this just now. Try again in a moment.",
        null);
  }

  private void cite(PageRequest asked, PageView view, @Nullable Citation citation) {
    if (citation == null) {
      tell(asked.context(), view, 404, "Not in the record", "Nothing is recorded yet.", null);
    } else {
      download(asked, citation.name());
      send(asked, Buffer.buffer(citation.as(asked.format())));
    }
  }

  /** Has browsers keep what is sent as a file. */
  void download(PageRequest asked, String name) {
    asked
        .context()
        .response()
        .putHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s%s\"".formatted(name, asked.format().suffix()));
  }

  /** Sends a page; what data a revision has is the same for good, how it is shown is not. */
  void send(PageRequest asked, Buffer body) {
    HttpResponses.sendCacheable(
        asked.context(),
        asked.format().mediaType(),
        body,
        asked.moment().revision() != null && Format.DOWNLOADS.contains(asked.format())
            ? HttpResponses.OF_THE_PAST
            : settings.maxAge());
  }

  /**
   * Says why a page is not there.
   *
   * @param way to where something is; null where there is nothing
   */
  void tell(
      RoutingContext context,
      PageView view,
      int status,
      String title,
      String message,
      PageView.@Nullable Way way) {
    Map<String, @Nullable Object> all = new HashMap<>();
    all.put("page", view);
    all.put("data", NOTHING);
    all.put("title", title);
    all.put("message", message);
    all.put("way", way);
    all.put("citation", null);
    all.put("problem", true);
    HttpResponses.send(
        context, status, Format.HTML.mediaType(), Buffer.buffer(rendered("problem.html", all)));
  }

  private String rendered(String name, Map<String, @Nullable Object> data) {
    return templates.getTemplate(name).data(data).render();
  }

  /** Of a page that cannot be asked for. */
  PageView viewOf(PageRequest asked) {
    return viewOf(asked, null, Map.of());
  }

  private PageView viewOf(
      PageRequest asked, @Nullable String query, Map<String, @Nullable Object> variables) {
    String root = rootFrom(asked);
    return new PageView(
        areOpen,
        STYLE,
        baseUrl.orElseGet(() -> rootPath.of(asked.context().request(), "/")),
        root,
        asked.path(),
        asked.list(),
        asOf(asked.moment()),
        new LinkedHashMap<>(asked.parameters()),
        settings.graphiql() && query != null
            ? root
                + GraphiqlPage.PATH.substring(1)
                + "?query="
                + PageView.encoded(query.strip())
                + "&variables="
                + PageView.encoded(new JsonObject(new HashMap<>(variables)).encode())
            : null);
  }

  /** From the first page. */
  String pathOf(RoutingContext context) {
    return rootPath.below(context.normalizedPath());
  }

  /** The way up: relative, whatever is before the service's own paths. */
  private static String rootFrom(PageRequest asked) {
    long up = asked.path().chars().filter(point -> point == '/').count();
    boolean isFolder = !asked.path().isEmpty() && asked.context().normalizedPath().endsWith("/");
    return "../".repeat((int) up + (isFolder ? 1 : 0));
  }

  private static @Nullable String asOf(AsOfParameter moment) {
    Object asked = moment.revision() == null ? moment.at() : moment.revision();
    return asked == null ? null : asked.toString();
  }

  /** The parameters of a request that have one of these names, and a value. */
  static Map<String, String> parametersOf(RoutingContext context, List<String> names) {
    return parametersOf(context, names, none -> false);
  }

  /**
   * The same.
   *
   * @param takesSeveral whether a parameter's values are taken together
   */
  static Map<String, String> parametersOf(
      RoutingContext context, List<String> names, Predicate<String> takesSeveral) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String name : names) {
      String value =
          takesSeveral.test(name)
              ? ListPage.joined(context.request().params().getAll(name))
              : context.request().getParam(name);
      if (value != null && !value.isBlank()) {
        // Not even in a message about it is there a control character.
        parameters.put(name, value.strip().replaceAll("\\p{Cntrl}", "\uFFFD"));
      }
    }
    return parameters;
  }

  /** An object of an answer, which has to be there. */
  @SuppressWarnings("unchecked") // the objects of a GraphQL answer have names for keys
  static Map<String, @Nullable Object> members(@Nullable Object thing) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(thing);
  }
}
