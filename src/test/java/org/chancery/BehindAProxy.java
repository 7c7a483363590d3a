package org.chancery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The sample, served with TLS as well, and behind a proxy that is trusted. */
public class BehindAProxy implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.http.proxy.proxy-address-forwarding", "true",
        "quarkus.http.proxy.enable-forwarded-prefix", "true",
        "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(Keys.class));
  }

  /** A key of its own. */
  public static class Keys implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
      try {
        Path keys = Files.createTempDirectory(Path.of("target"), "keys").resolve("keys.p12");
        Certificate.make(keys, "localhost");
        return Map.of(
            "quarkus.http.tls-configuration-name",
            "web",
            "quarkus.tls.web.key-store.p12.path",
            keys.toString(),
            "quarkus.tls.web.key-store.p12.password",
            Certificate.PASSWORD,
            "quarkus.http.test-ssl-port",
            "0");
      } catch (IOException | InterruptedException failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public void stop() {}
  }
}
