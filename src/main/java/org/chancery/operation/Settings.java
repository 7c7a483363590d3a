package org.chancery.operation;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.common.utils.StringUtil;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.address.AddressSettings;
import org.chancery.graphql.http.ApiSettings;
import org.chancery.graphql.limits.Limits;
import org.chancery.graphql.observability.ObservabilitySettings;
import org.chancery.proof.ProofSettings;
import org.chancery.proof.SigningKey;
import org.chancery.users.TokenSettings;
import org.chancery.users.UserSettings;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The service's own settings. An unknown one ends the start: a misspelt limit would silently have
 * its default.
 */
@ApplicationScoped
public class Settings {

  /** Those that are read in application.properties alone, or before there are properties. */
  private static final List<String> OUTSIDE_OF_MAPPINGS =
      List.of(
          "chancery.data",
          "chancery.sample",
          "chancery.pages",
          "chancery.jdbc-url.h2",
          "chancery.jdbc-url.postgresql",
          "chancery.cors.headers",
          "chancery.cors.origins",
          // Of commands that talk to a service.
          "chancery.sign-in");

  private static final List<Class<?>> MAPPINGS =
      List.of(
          Limits.class,
          ApiSettings.class,
          AddressSettings.class,
          ObservabilitySettings.class,
          UserSettings.class,
          TokenSettings.class,
          ProofSettings.class);

  /** All settings that the README tells; a test compares the two. */
  static final List<String> KNOWN =
      Stream.concat(
              OUTSIDE_OF_MAPPINGS.stream(),
              MAPPINGS.stream().flatMap(mapping -> namesOf(mapping, Object.class)))
          .toList();

  /** Those that are on or off; anything else would silently be off. */
  private static final List<String> SWITCHES =
      Stream.concat(
              Stream.of("chancery.sample", "chancery.pages"),
              MAPPINGS.stream().flatMap(mapping -> namesOf(mapping, boolean.class)))
          .toList();

  /** Of which there is one at the least: with none, nothing would be answered. */
  private static final List<String> LIMITS = namesOf(Limits.class, int.class).toList();

  private static final Pattern BOOLEAN = Pattern.compile("(?i)true|false");

  private static final String PREFIX = "chancery.";
  private static final String VARIABLE_PREFIX = "CHANCERY_";

  /** Tests have settings of their own. */
  private static final String TEST_PREFIX = "chancery.test.";

  /** What Kubernetes tells every pod of a service that is called "chancery". */
  private static final Pattern OF_KUBERNETES =
      Pattern.compile("CHANCERY_(SERVICE_(HOST|PORT).*|PORT(_\\d+_(TCP|UDP).*)?)");

  private final SigningKey key;

  Settings(SigningKey key) {
    this.key = key;
  }

  /**
   * The names of a mapping's settings, as SmallRye Config makes them of its methods.
   *
   * @param type only of this; Object for all
   */
  private static Stream<String> namesOf(Class<?> mapping, Class<?> type) {
    String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
    return Arrays.stream(mapping.getDeclaredMethods())
        .filter(method -> type == Object.class || method.getReturnType() == type)
        .map(method -> prefix + "." + StringUtil.skewer(method.getName()))
        .sorted();
  }

  /** Before anything else that happens at the start. */
  void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
    check(ConfigProvider.getConfig(), System.getenv());
    key.require();
  }

  /**
   * Looks for settings that nobody reads.
   *
   * @throws ConfigurationException where there is one; it names those that there are
   */
  static void check(Config config, Map<String, String> environment) {
    List<String> variables = KNOWN.stream().map(Settings::variableOf).toList();
    for (String variable : environment.keySet()) {
      if (variable.startsWith(VARIABLE_PREFIX)
          && !variables.contains(variable)
          && !OF_KUBERNETES.matcher(variable).matches()) {
        throw unknown(variable, variables);
      }
    }
    for (String setting : SWITCHES) {
      String value = config.getConfigValue(setting).getRawValue();
      if (value != null && !BOOLEAN.matcher(value).matches()) {
        throw new ConfigurationException(neitherOnNorOff(setting, value));
      }
    }
    for (String limit : LIMITS) {
      if (config.getOptionalValue(limit, Long.class).orElse(1L) < 1) {
        throw new ConfigurationException(
            "%s is %s: it has to be 1 or more."
                .formatted(variableOf(limit), config.getConfigValue(limit).getRawValue()));
      }
    }
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(PREFIX)
          && !name.startsWith(TEST_PREFIX)
          && !KNOWN.contains(name)
          && !environment.containsKey(variableOf(name))) {
        throw unknown(name, KNOWN);
      }
    }
  }

  /**
   * What is wrong with the variables of this service, before anything is started; null where
   * nothing is. Only an address and a list of origins may be empty, as compose files leave a
   * variable.
   */
  public static @Nullable String faultIn(Map<String, String> environment) {
    for (String setting : KNOWN) {
      String variable = variableOf(setting);
      String value = environment.get(variable);
      if (value == null
          || setting.startsWith("chancery.cors.")
          || setting.startsWith("chancery.address.")) {
        continue;
      }
      if (value.isBlank()) {
        return variable + " is empty: give it a value, or take it away.";
      }
      if (SWITCHES.contains(setting) && !BOOLEAN.matcher(value).matches()) {
        return neitherOnNorOff(variable, value);
      }
    }
    return null;
  }

  private static String neitherOnNorOff(String name, String value) {
    return "%s is \"%s\": send true or false.".formatted(name, value);
  }

  static String variableOf(String setting) {
    return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static ConfigurationException unknown(String name, List<String> known) {
    return new ConfigurationException(
        "There is no setting %s: correct it, or take it away. There are %s."
            .formatted(name, String.join(", ", known)));
  }
}
