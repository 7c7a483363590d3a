package org.chancery.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation shows is what the service does. */
class ReadmeTest {

  private static final Path EXAMPLE = Path.of("src/test/resources/api/meeting");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)\\)");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void itsQueryIsATestedOne() throws IOException {
    assertEquals(
        Files.readString(EXAMPLE.resolve("whose-word-is-oasis.graphql")).strip(),
        block("README.md", "graphql").strip());
  }

  @Test
  void itsAnswerIsTheRealOne() throws IOException {
    assertEquals(
        JSON.readTree(EXAMPLE.resolve("whose-word-is-oasis.json").toFile()),
        JSON.readTree(block("README.md", "json")));
  }

  @Test
  void linksBetweenDocumentsLeadSomewhere() throws IOException {
    List<Path> pages = new ArrayList<>(pagesIn(Path.of("docs"), 2));
    pages.addAll(pagesIn(Path.of("."), 1));
    assertFalse(pages.isEmpty());
    for (Path page : pages) {
      Path folder = Objects.requireNonNull(page.toAbsolutePath().getParent());
      LINK.matcher(Files.readString(page))
          .results()
          .map(found -> found.group(1))
          .forEach(
              target ->
                  assertTrue(Files.exists(folder.resolve(target)), page + " links to " + target));
    }
  }

  private static List<Path> pagesIn(Path folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(page -> page.toString().endsWith(".md")).toList();
    }
  }

  private static String block(String page, String language) throws IOException {
    String text = Files.readString(Path.of(page));
    int start = text.indexOf("```" + language + "\n") + language.length() + 4;
    return text.substring(start, text.indexOf("```", start));
  }
}
