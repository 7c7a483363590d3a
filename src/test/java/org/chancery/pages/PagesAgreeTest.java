package org.chancery.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page's query asks for what the page shows, and for nothing else. */
class PagesAgreeTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path CODE = Path.of("src/main/java/org/chancery/pages");

  private static final Pattern INCLUDED = Pattern.compile("\\{#include ([A-Za-z]+)");

  /** What GraphQL or Relay has on every list, and pages hand on as a whole. */
  private static final Set<String> OF_LISTS =
      Set.of("nodes", "pageInfo", "edges", "node", "__typename");

  static Stream<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".graphql"))
          .map(name -> name.replace(".graphql", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingIsAskedForThatNoPageShows(String page) throws IOException {
    Set<String> asked = new TreeSet<>();
    collect(Parser.parse(Files.readString(TEMPLATES.resolve(page + ".graphql"))), asked);
    asked.removeAll(OF_LISTS);
    StringBuilder shown = new StringBuilder();
    for (String template : withIncluded(page)) {
      shown.append(Files.readString(TEMPLATES.resolve(template + ".html")));
    }
    if (page.equals("changes")) {
      shown.append(Files.readString(TEMPLATES.resolve("feed.xml")));
    }
    if (withIncluded(page).contains("list")) {
      // The list is a file too, of which each field is a column.
      return;
    }
    Set<String> words =
        Pattern.compile("\\W+").splitAsStream(shown + codes()).collect(Collectors.toSet());
    assertEquals(List.of(), asked.stream().filter(name -> !words.contains(name)).toList());
  }

  /** It says which revision it is of: if that is another, it is asked once more, of the past. */
  @ParameterizedTest
  @MethodSource("pages")
  void whatIsCountedIsAskedOfThePresentFirst(String page) {
    for (PageQuery.Count count : PageQuery.of(page, "topic").counts()) {
      assertFalse(count.present().contains("asOf"), count.present());
      assertTrue(count.present().contains(PageQuery.REVISIONS), count.present());
      assertTrue(count.past().contains("asOf"), count.past());
    }
  }

  /** What the code takes out of answers: names in quotes. */
  private static String codes() throws IOException {
    List<String> codes = new ArrayList<>();
    try (Stream<Path> files = Files.list(CODE)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        Matcher quoted = Pattern.compile("\"([A-Za-z]+)\"").matcher(Files.readString(file));
        while (quoted.find()) {
          codes.add(quoted.group(1));
        }
      }
    }
    return " " + String.join(" ", codes);
  }

  private static Set<String> withIncluded(String page) throws IOException {
    Set<String> found = new LinkedHashSet<>(List.of(page));
    List<String> waiting = new ArrayList<>(found);
    while (!waiting.isEmpty()) {
      Matcher included =
          INCLUDED.matcher(Files.readString(TEMPLATES.resolve(waiting.remove(0) + ".html")));
      while (included.find()) {
        if (found.add(included.group(1))) {
          waiting.add(included.group(1));
        }
      }
    }
    return found;
  }

  private static void collect(Node<?> node, Set<String> names) {
    if (node instanceof Field field) {
      names.add(field.getAlias() == null ? field.getName() : field.getAlias());
    }
    for (Node<?> child : node.getChildren()) {
      if (child instanceof Field
          || child instanceof SelectionSet
          || child instanceof OperationDefinition
          || child instanceof FragmentDefinition
          || child instanceof graphql.language.InlineFragment) {
        collect(child, names);
      }
    }
  }
}
