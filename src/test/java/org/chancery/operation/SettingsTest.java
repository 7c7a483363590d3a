package org.chancery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTest {

  /**
   * What the README tells exists, and what exists is told; the database's address has Quarkus' name
   * there.
   */
  @Test
  void aLimitIsOneAtTheLeast() {
    for (String limit : List.of("requests", "depth", "cost")) {
      SmallRyeConfig config =
          new SmallRyeConfigBuilder().withDefaultValue("chancery.limits." + limit, "0").build();
      ConfigurationException refused =
          assertThrows(ConfigurationException.class, () -> Settings.check(config, Map.of()));
      assertEquals(
          "CHANCERY_LIMITS_%s is 0: it has to be 1 or more."
              .formatted(limit.toUpperCase(Locale.ROOT)),
          refused.getMessage());
    }
  }

  @Test
  void areThoseOfTheReadme() throws IOException {
    Set<String> told =
        Pattern.compile("(?m)^\\| `(CHANCERY_[A-Z_]+)`")
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        Settings.KNOWN.stream()
            .filter(setting -> !setting.startsWith("chancery.jdbc-url"))
            .map(Settings::variableOf)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(told, known);
  }
}
