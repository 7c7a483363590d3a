package org.chancery.exchange;

import static io.restassured.RestAssured.given;
import static org.chancery.GraphqlClient.data;
import static org.chancery.GraphqlClient.edited;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.proof.SignedHead;
import org.chancery.proof.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as an outsider reads it, who trusts nobody. */
abstract class ReadingTheLog {

  /** Hashes of a tile that is full. */
  private static final int FULL = 256;

  private static final Path CHECK = Path.of("examples/proof/check");

  private static final AtomicInteger TOPICS = new AtomicInteger();

  @Inject SigningKey key;

  @TestHTTPResource("/")
  URI service;

  @TempDir Path folder;

  /** So that the tree has several levels. */
  @BeforeEach
  void record() {
    for (int i = 0; i < 5; i++) {
      recordOne();
    }
    edited(
        "mutation($key: String!) { erase(kind: TOPIC, key: $key, passages: [\"Logged\", \"proven\"], reason: \"No more\") { userErrors { message } } }",
        "key",
        "logged-" + TOPICS);
  }

  private static void recordOne() {
    edited(
        "mutation($input: TopicInput!) { recordTopic(input: $input, reason: \"To be proven\") { topic { key } } }",
        "input",
        Map.of(
            "key",
            "logged-" + TOPICS.incrementAndGet(),
            "name",
            "Logged \u2028 \u00fc \ud83d\udd4a"));
  }

  /** What the tiles of a level have, one after the other: full ones, and the last one's part. */
  private static byte[] tiles(String level, int size) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int tile = 0; tile <= size / FULL; tile++) {
      String name = "/record/tile/%s/%03d".formatted(level, tile);
      if (tile < size / FULL) {
        all.writeBytes(given().get(name).asByteArray());
      } else if (size % FULL > 0) {
        all.writeBytes(given().get(name + ".p/" + size % FULL).asByteArray());
      }
    }
    return all.toByteArray();
  }

  /** All that a reader of the log reckons anew, without any code of ours. */
  @Test
  void whatARevisionSaysLeadsToTheSignedRoot() throws Exception {
    int size = size();
    List<byte[]> leaves = new ArrayList<>();
    Map<String, String> beforeErased = beforeErased(size);
    for (int number = 1; number <= size; number++) {
      JsonNode revision =
          data("{ revision(number: %d) { editor reason proof { leaf salt root head } changes(first: 100) { nodes { proof { document salt digest } } } } }"
                  .formatted(number))
              .path("revision");
      JsonNode leaf = new ObjectMapper().readTree(revision.at("/proof/leaf").asText());
      assertEquals(number, leaf.path("number").asInt());
      String author =
          "{\"editor\":%s,\"reason\":%s}"
              .formatted(revision.path("editor"), revision.path("reason"));
      assertEquals(
          leaf.path("author").asText(),
          signed(beforeErased, salted(revision.at("/proof/salt").asText(), author)));
      if (number > 1) {
        List<byte[]> changes = new ArrayList<>();
        for (JsonNode change : revision.at("/changes/nodes")) {
          JsonNode proof = change.path("proof");
          String digest =
              signed(
                  beforeErased,
                  salted(proof.path("salt").asText(), proof.path("document").asText()));
          assertEquals(proof.path("digest").asText(), digest);
          changes.add(hash(new byte[] {0}, HexFormat.of().parseHex(digest)));
        }
        assertEquals(leaf.path("changes").asText(), HexFormat.of().formatHex(root(changes)));
      }
      leaves.add(hash(new byte[] {0}, utf8(revision.at("/proof/leaf").asText())));
      assertEquals(revision.at("/proof/root").asText(), HexFormat.of().formatHex(root(leaves)));
      assertEquals(
          revision.at("/proof/head").asText(),
          given().get("/record/head?revision=" + number).asString());
    }
    byte[] tile = tiles("0", size);
    byte[] entries = tiles("entries", size);
    int at = 0;
    for (int i = 0; i < size; i++) {
      assertArrayEquals(leaves.get(i), Arrays.copyOfRange(tile, 32 * i, 32 * (i + 1)));
      int length = Byte.toUnsignedInt(entries[at]) << 8 | Byte.toUnsignedInt(entries[at + 1]);
      assertArrayEquals(
          leaves.get(i),
          hash(new byte[] {0}, Arrays.copyOfRange(entries, at + 2, at + 2 + length)));
      at += 2 + length;
    }
    assertEquals(entries.length, at);
  }

  /** The digest that was signed before words were erased. */
  private static String signed(Map<String, String> beforeErased, String digest) {
    String signed = digest;
    while (beforeErased.containsKey(signed)) {
      signed = beforeErased.get(signed);
    }
    return signed;
  }

  /** By the digests of what was left, as the revisions that erased have signed them. */
  private static Map<String, String> beforeErased(int size) throws Exception {
    Map<String, String> before = new HashMap<>();
    for (int number = 1; number <= size; number++) {
      JsonNode revision =
          data("{ revision(number: %d) { proof { leaf } erasedDigests(first: 100) { nodes { document } } } }"
                  .formatted(number))
              .path("revision");
      List<byte[]> leaves = new ArrayList<>();
      for (JsonNode erased : revision.at("/erasedDigests/nodes")) {
        String document = erased.path("document").asText();
        leaves.add(hash(new byte[] {0}, hash(new byte[0], utf8(document))));
        JsonNode told = new ObjectMapper().readTree(document);
        before.put(told.path("after").asText(), told.path("before").asText());
      }
      JsonNode leaf = new ObjectMapper().readTree(revision.at("/proof/leaf").asText());
      assertEquals(
          leaf.path("erased").asText(),
          leaves.isEmpty() ? "" : HexFormat.of().formatHex(root(leaves)));
    }
    return before;
  }

  private static int size() {
    return Integer.parseInt(
        given().get("/record/head").then().statusCode(200).extract().asString().split("\n", -1)[1]);
  }

  private static String salted(String salt, String text) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(hash(HexFormat.of().parseHex(salt), utf8(text)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hash(byte[]... parts) throws NoSuchAlgorithmException {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      hash.update(part);
    }
    return hash.digest();
  }

  /** As RFC 9162 defines it. */
  private static byte[] root(List<byte[]> leaves) throws NoSuchAlgorithmException {
    if (leaves.isEmpty()) {
      // Of a revision that took back all that it did (RFC 6962, 2.1).
      return hash();
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return hash(
        new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }

  /** With bash, curl, openssl and sha256sum, which not every machine has. */
  @Test
  void theGuidesCommandsTellAKeptHeadFromAnother() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not here");
    Path kept = folder.resolve("head.txt");
    Ran first = check();
    assertEquals(0, first.code(), first.told());
    Files.writeString(kept, first.printed());
    Path publicKey = Files.writeString(folder.resolve("key.pem"), key.published());
    int size = size();
    recordOne();
    Ran later = check(kept.toString(), publicKey.toString());
    assertEquals(0, later.code(), later.told());
    assertTrue(
        later
            .told()
            .contains("it still has all that the kept head signed: revision %d,".formatted(size)),
        later.told());
    // As if the record had been another one then.
    Files.writeString(kept, SignedHead.of(size, "ab".repeat(32), key).note());
    Ran other = check(kept.toString(), publicKey.toString());
    assertEquals(1, other.code());
    assertTrue(other.told().contains("NOT AS SIGNED: what the record says up to"), other.told());
    Files.writeString(kept, first.printed().replace("\n" + size + "\n", "\n1\n"));
    Ran forged = check(kept.toString(), publicKey.toString());
    assertEquals(1, forged.code());
    assertTrue(forged.told().contains("is not signed with this key"), forged.told());
  }

  private record Ran(int code, String printed, String told) {}

  private Ran check(String... arguments) throws IOException, InterruptedException {
    Path told = folder.resolve("told.txt");
    List<String> command = new ArrayList<>(List.of(CHECK.toString(), service.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(told.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), printed, Files.readString(told));
  }

  @Test
  void headsTilesAndTheKeyAreServedAsLogsServeThem() {
    int size = size();
    given()
        .get("/record/checkpoint")
        .then()
        .statusCode(200)
        .contentType("text/plain")
        .header("Cache-Control", containsString("max-age=0"))
        .body(equalTo(given().get("/record/head").asString()));
    given()
        .get("/record/head?revision=1")
        .then()
        .header("Cache-Control", containsString("max-age=31536000"));
    given().get("/record/key").then().body(containsString("BEGIN PUBLIC KEY"));
    given()
        .get("/record/tile/0/000.p/1")
        .then()
        .statusCode(200)
        .contentType("application/octet-stream")
        .header("Cache-Control", containsString("max-age=31536000"));
    for (String none :
        List.of(
            "tile/0/%03d.p/%d".formatted(size / FULL, size % FULL + 1),
            "tile/0/900",
            "tile/0/x999/x999/999",
            "tile/9/000.p/1",
            "tile/0/000.p/257",
            "tile/0/0",
            "tile/entries/901.p/1",
            "tile/",
            "head?revision=1000000")) {
      given()
          .get("/record/" + none)
          .then()
          .statusCode(404)
          .body("errors[0].message", containsString("There is no"));
    }
    for (String wrong : List.of("head?revision=0", "head?revision=x", "head?asOf=1")) {
      given().get("/record/" + wrong).then().statusCode(400);
    }
    given().post("/record/head").then().statusCode(405);
  }

  @Test
  void eachPageShowsItsRoot() {
    String page = given().accept("text/html").get("/topics/logged-1").then().extract().asString();
    assertTrue(
        page.contains(
            data("{ revisions(last: 1) { nodes { proof { root } } } }")
                .at("/revisions/nodes/0/proof/root")
                .asText()),
        page);
    String past = given().accept("text/html").get("/?asOf=1").then().extract().asString();
    assertTrue(
        past.contains(
            data("{ revision(number: 1) { proof { root } } }").at("/revision/proof/root").asText()),
        past);
  }
}
