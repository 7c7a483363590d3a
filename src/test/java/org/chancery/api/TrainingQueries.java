package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.QueryParameter;
import org.hibernate.query.spi.QueryImplementor;
import org.junit.jupiter.api.Test;

abstract class TrainingQueries extends ApiCases {

  @Inject SessionFactory sessions;

  /** Else the first request of the native executable would wait for its parser to learn them. */
  @Test
  void itsQueriesAreThoseThatTheNativeExecutableIsTrainedWith() throws IOException {
    sessions.getStatistics().clear();
    for (String name : cases().toList()) {
      ask(name);
    }
    String asked =
        Arrays.stream(sessions.getStatistics().getQueries())
            // Those of the database's own language have no names for what they are given.
            .filter(query -> !query.contains("?"))
            .map(query -> query.replaceAll("\\s+", " ").strip() + "\n")
            .distinct()
            .sorted()
            .collect(Collectors.joining());
    Path now = Path.of("target/" + database() + ".hql");
    Files.writeString(now, asked);
    assertEquals(
        Files.readString(trained()), asked, () -> "Copy %s over %s.".formatted(now, trained()));
  }

  /** It keeps none where a parameter may be many, such as one in a function's last argument. */
  @Test
  void hibernateTranslatesEachOnceOnly() throws IOException {
    try (Session session = sessions.openSession()) {
      List<String> translatedAnew =
          Files.readAllLines(trained()).stream()
              .filter(
                  hql ->
                      session
                          .createQuery(hql, Object.class)
                          .unwrap(QueryImplementor.class)
                          .getParameterMetadata()
                          .getRegistrations()
                          .stream()
                          .anyMatch(QueryParameter::allowsMultiValuedBinding))
              .toList();
      assertEquals(List.of(), translatedAnew);
    }
  }

  private Path trained() {
    return Path.of("src/main/resources/META-INF/chancery/queries/" + database() + ".hql");
  }

  private String database() {
    return sessions.unwrap(SessionFactoryImplementor.class).getJdbcServices().getDialect()
            instanceof H2Dialect
        ? "h2"
        : "postgresql";
  }
}
