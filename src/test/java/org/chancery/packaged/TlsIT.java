package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.chancery.Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** TLS as docs/deploy.md sets it up: HTTP/2, and a certificate that is renewed while it runs. */
@EnabledIfSystemProperty(
    named = "chancery.database",
    matches = "h2",
    disabledReason = "the database makes no difference")
class TlsIT {

  @TempDir Path folder;

  @Test
  void aRenewedCertificateIsUsedWithoutARestart() throws Exception {
    Path keys = folder.resolve("keys.p12");
    Certificate.make(keys, "first");
    int port = RunningService.freePort();
    Map<String, String> settings = new HashMap<>();
    settings.put("CHANCERY_DATA", folder.resolve("record").toString());
    settings.put("QUARKUS_HTTP_SSL_PORT", String.valueOf(port));
    settings.put("QUARKUS_TLS_WEB_KEY_STORE_P12_PATH", keys.toString());
    settings.put("QUARKUS_TLS_WEB_KEY_STORE_P12_PASSWORD", Certificate.PASSWORD);
    settings.put("QUARKUS_TLS_WEB_RELOAD_PERIOD", "1s");
    settings.put("QUARKUS_HTTP_TLS_CONFIGURATION_NAME", "web");
    try (RunningService service = RunningService.start(settings)) {
      service.data("{ __typename }");
      HttpResponse<String> answer = ask(port, keys);
      assertEquals(200, answer.statusCode());
      assertEquals(HttpClient.Version.HTTP_2, answer.version());
      assertEquals("CN=first", subjectOf(answer));
      // Who asks for health has no certificate to check.
      assertEquals(200, service.probe("live"));

      Path renewed = folder.resolve("renewed.p12");
      Certificate.make(renewed, "second");
      Files.move(renewed, keys, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      String subject = "CN=first";
      for (int tries = 0; tries < 100 && subject.equals("CN=first"); tries++) {
        Thread.sleep(200);
        try {
          subject = subjectOf(ask(port, keys));
        } catch (javax.net.ssl.SSLHandshakeException stillTheFirst) {
          // The new trust store does not know the certificate that is still in use.
        }
      }
      assertEquals("CN=second", subject);
      assertNotEquals(0, service.pid());
    }
  }

  private static String subjectOf(HttpResponse<String> answer) throws Exception {
    X509Certificate certificate =
        (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    return certificate.getSubjectX500Principal().getName();
  }

  private static HttpResponse<String> ask(int port, Path trusted) throws Exception {
    KeyStore keys = KeyStore.getInstance(trusted.toFile(), Certificate.PASSWORD.toCharArray());
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trust);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("https://localhost:" + port + "/graphql?query=%7B__typename%7D"))
            .build();
    return HttpClient.newBuilder()
        .sslContext(context)
        .build()
        .send(request, BodyHandlers.ofString());
  }
}
