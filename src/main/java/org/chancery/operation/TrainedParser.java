package org.chancery.operation;

import io.quarkus.runtime.ImageMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.hibernate.grammars.hql.HqlParser;
import org.hibernate.query.hql.internal.HqlParseTreeBuilder;

/**
 * Has Hibernate's parser of HQL read the queries of the API while the native executable is built.
 * It learns how to go on in each place where its large grammar leaves a choice, and what it has
 * learned goes into the executable; else the first request would wait for that, longer than for all
 * that it asks.
 */
public final class TrainedParser {

  /** One a line: those that the cases of the API's tests come to; a test compares the two. */
  static final String QUERIES = "/META-INF/chancery/queries.hql";

  private TrainedParser() {}

  /** What the native executable is initialised with; nothing on a JVM. */
  public static void trainWhileBuilding() {
    if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
      queries().forEach(TrainedParser::read);
    }
  }

  static Stream<String> queries() {
    try (InputStream queries = TrainedParser.class.getResourceAsStream(QUERIES)) {
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
