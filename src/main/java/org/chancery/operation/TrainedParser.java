package org.chancery.operation;

import io.quarkus.runtime.ImageMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * Has Hibernate's HQL parser read the queries of the API while the native executable is built.
 * ANTLR caches its decisions in the large grammar as it parses, and the cache goes into the
 * executable; otherwise the first request would take longer to fill it than for all its queries.
 */
public final class TrainedParser {

  /** One a line: those that the cases of the API's tests come to; a test compares the two. */
  private static final List<String> QUERIES =
      List.of("/META-INF/chancery/queries/h2.hql", "/META-INF/chancery/queries/postgresql.hql");

  private TrainedParser() {}

  /** Run by the native build; does nothing on a JVM. */
  public static void trainWhileBuilding() {
    if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
      queries().forEach(TrainedParser::read);
    }
  }

  static Stream<String> queries() {
    return QUERIES.stream().flatMap(TrainedParser::linesOf).distinct();
  }

  private static Stream<String> linesOf(String resource) {
    try (InputStream queries = TrainedParser.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(queries).readAllBytes(), StandardCharsets.UTF_8)
          .lines();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** As Hibernate does it, which tries the faster way of reading first. */
  static void read(String query) {
    try {
      read(query, PredictionMode.SLL);
    } catch (ParseCancellationException ambiguous) {
      read(query, PredictionMode.LL);
    }
  }

  private static void read(String query, PredictionMode mode) {
    HqlParser parser =
        HqlParseTreeBuilder.INSTANCE.buildHqlParser(
            query, HqlParseTreeBuilder.INSTANCE.buildHqlLexer(query));
    parser.getInterpreter().setPredictionMode(mode);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.statement();
  }
}
