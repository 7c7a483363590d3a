package org.chancery.pages;

import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.graphql.http.AsOfParameter;
import org.jspecify.annotations.Nullable;

/**
 * Where a page stands: what its links are made of. They are relative, so that a proxy may have the
 * service below a path of its own.
 *
 * @param open whether there are other pages than the first
 * @param style the address of the style sheet, from the first page
 * @param base the whole address of the first page
 * @param root the way from it to the first page
 * @param path of it, from the first page
 * @param list which it shows; null where it shows none
 * @param asOf the moment that its address asks for; null for the present
 * @param parameters what narrows it down, by name
 * @param graphiql where its query opens; null where there is no GraphiQL
 */
@TemplateData
public record PageView(
    boolean open,
    String style,
    String base,
    String root,
    String path,
    @Nullable ListPage list,
    @Nullable String asOf,
    Map<String, String> parameters,
    @Nullable String graphiql) {

  /**
   * Something that narrows a list down.
   *
   * @param field of the query that has what it is called
   * @param without the same list without it
   */
  @TemplateData
  public record Chosen(String name, String value, String field, String without) {

    /** What it narrows down by. */
    public String label() {
      return switch (name) {
        case ListPage.WORDS -> "words";
        case "linked" -> "accounts";
        default -> name;
      };
    }
  }

  /**
   * A way out of a page that cannot be shown.
   *
   * @param to its address
   */
  @TemplateData
  public record Way(String text, String to) {}

  /** The parts of the record that have lists of their own. */
  public ListPage[] sections() {
    return ListPage.values();
  }

  /** The first part of its path. */
  public String section() {
    return path.replaceFirst("/.*", "");
  }

  /** What is looked for; null where nothing is. */
  public @Nullable String words() {
    return parameters.get(ListPage.WORDS);
  }

  /**
   * Whether those who gather pages for others to search are to keep it: one of the present, with
   * all that it has.
   */
  public boolean isForCrawlers() {
    return asOf == null && narrowing().isEmpty() && !path.endsWith("/history");
  }

  /** The parameters, but for where in a list a page begins. */
  public Map<String, String> narrowing() {
    Map<String, String> narrowing = new LinkedHashMap<>(parameters);
    narrowing.keySet().removeAll(ReadingRoom.CURSORS);
    return narrowing;
  }

  /** A page of the same moment. */
  public String to(String other) {
    return address(other, Map.of(), asOf);
  }

  /** The page of a thing, at the same moment. */
  public String to(String section, String key) {
    return to(section + "/" + key);
  }

  /** The path of what this page is below. */
  public String above() {
    return path.replaceFirst("/[^/]*$", "");
  }

  /** Another page, as a revision left it. */
  public String moment(String other, Integer revision) {
    return address(other, Map.of(), revision.toString());
  }

  /** A page as of a revision, which is the same for good. */
  public String at(String section, String key, Integer revision) {
    return moment(section + "/" + key, revision);
  }

  /** A list that is narrowed down, at the same moment. */
  public String list(String other, String name, Object value) {
    return address(other, Map.of(name, value.toString()), asOf);
  }

  /** This list, narrowed down further. */
  public String and(String name, String value) {
    return narrowed("", name, value);
  }

  private String narrowed(String suffix, String name, String value) {
    Map<String, String> more = narrowing();
    more.put(name, value);
    return address(path + suffix, more, asOf);
  }

  /** This list, without what one parameter asks of it. */
  public String without(String name) {
    Map<String, String> others = narrowing();
    others.remove(name);
    return address(path, others, asOf);
  }

  /** Whether it is about one thing, and not about its past. */
  public boolean isOfThing() {
    return path.matches("[^/]+/[^/]+");
  }

  /** The same, with this at the end of its path. */
  public String with(String suffix) {
    return address((path.isEmpty() ? "chancery" : path) + suffix, ofList(), asOf);
  }

  /** Whether it can be narrowed down by this: once, unless it takes several. */
  public boolean takes(String name) {
    return !narrows(name) || takesSeveral(name);
  }

  /** Whether it is narrowed down by this parameter. */
  public boolean narrows(String name) {
    return parameters.containsKey(name);
  }

  /** Whether it is narrowed down by this already. */
  public boolean asks(String name, String value) {
    return valuesOf(name).contains(value);
  }

  /** This list, narrowed down by this too. */
  public String also(String name, String value) {
    List<String> values = new ArrayList<>(valuesOf(name));
    values.add(value);
    return and(name, ListPage.joined(values));
  }

  private List<String> valuesOf(String name) {
    String value = parameters.get(name);
    if (value == null) {
      return List.of();
    }
    return takesSeveral(name) ? ListPage.keysIn(value) : List.of(value);
  }

  private boolean takesSeveral(String name) {
    return PageRequest.takesSeveral(list, name);
  }

  /** This list as a file, from its beginning. */
  public String file(String suffix) {
    return address(path + suffix, narrowing(), asOf);
  }

  /** This list as a file, from what comes after a cursor on. */
  String fileAfter(String suffix, String cursor) {
    return narrowed(suffix, ReadingRoom.AFTER, cursor);
  }

  /** The whole address of this page, as of a revision: of what it will show for good. */
  public String permanent(Integer revision) {
    return base + path + query(ofList(), revision.toString());
  }

  /** The whole address of this page, with this at the end of its path. */
  public String whole(String suffix) {
    return base + path + suffix + query(ofList(), asOf);
  }

  /**
   * What decides what is shown: the words that a thing's page is asked with only say what is
   * marked.
   */
  private Map<String, String> ofList() {
    Map<String, String> shown = new LinkedHashMap<>(parameters);
    if (isOfThing()) {
      shown.remove(ListPage.WORDS);
    }
    return shown;
  }

  /** What comes after this cursor. */
  public String after(String cursor) {
    return and(ReadingRoom.AFTER, cursor);
  }

  /** The same page of the present. */
  public String present() {
    return address(path, parameters, null);
  }

  public List<Chosen> chosen() {
    List<Chosen> chosen = new ArrayList<>();
    for (String name : narrowing().keySet()) {
      if (!name.equals(ListPage.SORT)) {
        List<String> values = valuesOf(name);
        for (int at = 0; at < values.size(); at++) {
          String value = values.get(at);
          String others =
              ListPage.joined(values.stream().filter(one -> !one.equals(value)).toList());
          chosen.add(
              new Chosen(
                  name,
                  value,
                  values.size() == 1 ? name : PageQuery.nameOf(name, at),
                  others.isEmpty() ? without(name) : and(name, others)));
        }
      }
    }
    return chosen;
  }

  private String address(String other, Map<String, String> with, @Nullable String moment) {
    String address = root + other;
    return (address.isEmpty() ? "./" : address) + query(with, moment);
  }

  private static String query(Map<String, String> with, @Nullable String moment) {
    Map<String, String> all = new LinkedHashMap<>(with);
    if (moment != null) {
      all.put(AsOfParameter.NAME, moment);
    }
    String query =
        all.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2C", ListPage.COMMA);
  }
}
