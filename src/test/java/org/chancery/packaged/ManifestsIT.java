package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is there to deploy is what the build makes, and the two ways to an image are one. */
class ManifestsIT {

  private static final String SHARED = "# --- from here on";

  /** Where it differs on purpose, copy target/kubernetes/kubernetes.yml over it. */
  @Test
  void kubernetesManifestsAreThoseThatTheBuildMakes() throws IOException {
    List<Object> made = objectsIn(Path.of("target/kubernetes/kubernetes.yml"));
    assertTrue(made.size() > 4, made.toString());
    assertEquals(made, objectsIn(Path.of("deploy/kubernetes.yaml")));
  }

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

  /** The extension writes objects and ports now in one order, now in another. */
  private static List<Object> objectsIn(Path manifests) throws IOException {
    List<Object> objects = new ArrayList<>();
    for (Object object : new Yaml().loadAll(Files.readString(manifests))) {
      objects.add(inOrder(object));
    }
    objects.sort(Comparator.comparing(Object::toString));
    return objects;
  }

  private static Object inOrder(Object node) {
    if (node instanceof Map<?, ?> members) {
      Map<String, Object> sorted = new TreeMap<>();
      members.forEach((name, value) -> sorted.put(name.toString(), inOrder(value)));
      return sorted;
    }
    if (node instanceof List<?> items) {
      return items.stream()
          .map(ManifestsIT::inOrder)
          .sorted(Comparator.comparing(Object::toString))
          .toList();
    }
    return node;
  }
}
