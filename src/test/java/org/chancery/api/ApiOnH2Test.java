package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiOnH2Test extends ApiCases {

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
    Path now = Path.of("target/queries.hql");
    Files.writeString(now, asked);
    Path trained = Path.of("src/main/resources/META-INF/chancery/queries.hql");
    assertEquals(
        Files.readString(trained), asked, () -> "Copy %s over %s.".formatted(now, trained));
  }
}
