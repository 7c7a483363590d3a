package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
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
    String database =
        sessions.unwrap(SessionFactoryImplementor.class).getJdbcServices().getDialect()
                instanceof H2Dialect
            ? "h2"
            : "postgresql";
    Path now = Path.of("target/" + database + ".hql");
    Files.writeString(now, asked);
    Path trained = Path.of("src/main/resources/META-INF/chancery/queries/" + database + ".hql");
    assertEquals(
        Files.readString(trained), asked, () -> "Copy %s over %s.".formatted(now, trained));
  }
}
