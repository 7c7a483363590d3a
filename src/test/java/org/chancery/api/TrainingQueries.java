package org.chancery.api;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.QueryParameter;
import org.hibernate.query.spi.QueryImplementor;
import org.junit.jupiter.api.Test;

abstract class TrainingQueries extends ApiCases {

  @Inject SessionFactory sessions;

  @Test
  void itsQueriesAreTranslatedOnceAndKnownToTheNativeExecutable() throws IOException {
    List<String> asked = asked();
    assertEquals(List.of(), asked.stream().filter(this::isTranslatedAnew).toList());

    // Else the first request of the native executable would wait for its parser to learn them.
    Path now = Path.of("target/" + database() + ".hql");
    Files.writeString(now, asked.stream().map(hql -> hql + "\n").collect(joining()));
    Path trained = Path.of("src/main/resources/META-INF/chancery/queries/" + database() + ".hql");
    assertEquals(
        Files.readString(trained),
        Files.readString(now),
        () -> "Copy %s over %s.".formatted(now, trained));
  }

  private List<String> asked() throws IOException {
    sessions.getStatistics().clear();
    for (String name : cases().toList()) {
      ask(name);
    }
    return Arrays.stream(sessions.getStatistics().getQueries())
        // Those of the database's own language have no names for what they are given.
        .filter(query -> !query.contains("?"))
        .map(query -> query.replaceAll("\\s+", " ").strip())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Hibernate keeps no plan of a query in which a parameter may be many values, as one may anywhere
   * within the last argument of a function.
   */
  private boolean isTranslatedAnew(String hql) {
    try (Session session = sessions.openSession()) {
      return session
          .createQuery(hql, Object.class)
          .unwrap(QueryImplementor.class)
          .getParameterMetadata()
          .getRegistrations()
          .stream()
          .anyMatch(QueryParameter::allowsMultiValuedBinding);
    }
  }

  private String database() {
    return sessions.unwrap(SessionFactoryImplementor.class).getJdbcServices().getDialect()
            instanceof H2Dialect
        ? "h2"
        : "postgresql";
  }
}
