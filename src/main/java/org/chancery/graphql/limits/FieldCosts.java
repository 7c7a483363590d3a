package org.chancery.graphql.limits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What fields cost beside the objects that they return, by their names in the schema, in tenths of
 * a millisecond of CPU time. The numbers are in {@code field-costs.properties}, measured by {@code
 * bench/cost}.
 */
final class FieldCosts {

  private static final String FILE = "/field-costs.properties";

  /** Of a list that the file does not name. */
  private static final String ANY = "any";

  private final Map<String, Long> costs;

  private FieldCosts(Map<String, Long> costs) {
    this.costs = costs;
  }

  static FieldCosts read() {
    Properties numbers = new Properties();
    try (InputStream file =
        Objects.requireNonNull(FieldCosts.class.getResourceAsStream(FILE), FILE)) {
      numbers.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new FieldCosts(
        numbers.stringPropertyNames().stream()
            .collect(
                Collectors.toMap(name -> name, name -> Long.valueOf(numbers.getProperty(name)))));
  }

  /** For each object that the field is asked of. */
  long each(String type, String field) {
    return costs.getOrDefault(type + "." + field + ".each", 0L);
  }

  /** For the SQL statement that loads the field, for however many objects. */
  long once(String type, String field) {
    return costs.getOrDefault(type + "." + field + ".once", 0L);
  }

  /**
   * What it takes to look through all things of a type.
   *
   * @param what {@code page}, {@code total}, {@code order} by relevance, or {@code condition}: one
   *     thing that a filter asks of each
   */
  long scan(String type, String what) {
    Long ofType = costs.get(type + "." + what);
    return ofType == null ? costs.getOrDefault(ANY + "." + what, 0L) : ofType;
  }

  /** The names that the file has. */
  Map<String, Long> all() {
    return costs;
  }
}
