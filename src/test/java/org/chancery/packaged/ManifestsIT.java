package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The two ways to an image are one. */
class ManifestsIT {

  private static final String SHARED = "# --- from here on";

  /** Docker cannot include one in the other. */
  @Test
  void theImageFromSourcesIsTheOneOfThePackagedJar() throws IOException {
    String fromSources = Files.readString(Path.of("Dockerfile"));
    String fromTarget = Files.readString(Path.of("src/main/docker/Dockerfile.jvm"));
    assertEquals(
        shared(fromTarget),
        shared(fromSources)
            .replace("COPY --from=build /build/target/quarkus-app/", "COPY target/quarkus-app/"));
  }

  private static String shared(String dockerfile) {
    int start = dockerfile.indexOf(SHARED);
    assertTrue(start > 0);
    return dockerfile.substring(dockerfile.indexOf('\n', start));
  }
}
