package org.chancery.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, started and ended as an operator does it. */
final class RunningService implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path TARGET = Path.of("target");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;
  private final int management;
  private final Path log;
  private final long startedAt = System.nanoTime();

  private RunningService(Process process, int port, int management, Path log) {
    this.process = process;
    this.port = port;
    this.management = management;
    this.log = log;
  }

  /** Starts the service with these settings, given as environment variables. */
  static RunningService start(Map<String, String> settings) throws IOException {
    return start(freePort(), settings);
  }

  static RunningService start(int port, Map<String, String> settings) throws IOException {
    return start(port, settings, Redirect.PIPE);
  }

  /**
   * Runs one of its commands.
   *
   * @param input what it reads
   */
  static RunningService run(Map<String, String> settings, Redirect input, String... arguments)
      throws IOException {
    return start(freePort(), settings, input, arguments);
  }

  /** Somebody with the password "secret", as a line for the file of users. */
  static String user(String name, String role) throws Exception {
    Path password = Files.createTempFile(TARGET, "password", "");
    Files.writeString(password, "secret\n");
    try (RunningService command =
        run(Map.of(), Redirect.from(password.toFile()), "user", "add", name, role)) {
      int ended = command.exitCode();
      String printed = command.log();
      return printed
          .lines()
          .filter(line -> ended == 0 && line.startsWith(name + ":$2"))
          .findFirst()
          .orElseThrow(() -> new AssertionError(printed));
    }
  }

  private static RunningService start(
      int port, Map<String, String> settings, Redirect input, String... arguments)
      throws IOException {
    return start(port, settings, input, command(Classes.KEPT), arguments);
  }

  private static RunningService start(
      int port,
      Map<String, String> settings,
      Redirect input,
      List<String> begin,
      String... arguments)
      throws IOException {
    Path log = Files.createTempFile(TARGET, "service", ".log");
    List<String> command = new ArrayList<>(begin);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(input)
            .redirectOutput(log.toFile());
    int management = freePort();
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    builder.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
    builder.environment().putAll(settings);
    return new RunningService(builder.start(), port, management, log);
  }

  /**
   * Below those that the system gives to clients: one that asks for a port where nobody listens yet
   * could else be given that very port, and be connected to itself.
   */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // Another one, then.
      }
    }
  }

  /** "jar" or "native". */
  static String kind() throws IOException {
    return artifact().getProperty("type").startsWith("native") ? "native" : "jar";
  }

  /**
   * Options with which the jar reads what its first start has read already: a third of the time of
   * each. That start needs a database, which H2 alone has by itself.
   */
  private static final class Classes {

    static final List<String> KEPT = keep();

    private static List<String> keep() {
      try {
        if (!kind().equals("jar") || !System.getProperty("chancery.database", "h2").equals("h2")) {
          return List.of();
        }
        Path folder = Files.createTempDirectory(TARGET, "classes").toAbsolutePath();
        Path classes = folder.resolve("classes.jsa");
        String quiet = "-Xlog:cds=off,cds+dynamic=off";
        List<String> first = command(List.of("-XX:ArchiveClassesAtExit=" + classes, quiet));
        Map<String, String> settings = Map.of("CHANCERY_DATA", folder.toString());
        try (RunningService service = start(freePort(), settings, Redirect.PIPE, first)) {
          service.data("{ meetings { totalCount } }");
          service.terminate();
        }
        return List.of("-XX:SharedArchiveFile=" + classes, quiet);
      } catch (IOException | InterruptedException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  private static List<String> command(List<String> options) throws IOException {
    Path built = TARGET.resolve(artifact().getProperty("path")).toAbsolutePath();
    List<String> command = new ArrayList<>();
    if (kind().equals("jar")) {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      // It is started dozens of times: what the second compiler does never pays.
      command.add("-XX:TieredStopAtLevel=1");
      command.addAll(options);
      command.add("-jar");
    }
    command.add(built.toString());
    return command;
  }

  private static Properties artifact() throws IOException {
    Properties artifact = new Properties();
    try (InputStream file = Files.newInputStream(TARGET.resolve("quarkus-artifact.properties"))) {
      artifact.load(file);
    }
    return artifact;
  }

  /** Asks until there is an answer, and gives its data. */
  JsonNode data(String query) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.createObjectNode().put("query", query).toString()))
            .build();
    while (System.nanoTime() - startedAt < PATIENCE.toNanos()) {
      if (!process.isAlive()) {
        throw new AssertionError("the service ended by itself: " + log());
      }
      try {
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body()).path("data");
      } catch (IOException notYet) {
        Thread.sleep(5);
      }
    }
    throw new AssertionError("no answer after " + PATIENCE + ": " + log());
  }

  /** What it answers at a path, as a browser asks. */
  HttpResponse<String> page(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", "text/html")
            .build(),
        BodyHandlers.ofString());
  }

  /** The status of a probe: "live", "ready" or "started"; 0 where nobody answers. */
  int probe(String kind) throws InterruptedException {
    try {
      return client
          .send(
              HttpRequest.newBuilder(managementUri("/q/health/" + kind)).build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException nobody) {
      return 0;
    }
  }

  /** Waits until a probe has this status; how many milliseconds that took. */
  long waitForProbe(String kind, int status) throws InterruptedException {
    long begun = System.nanoTime();
    while (probe(kind) != status) {
      long waited = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      if (waited > PATIENCE.toMillis()) {
        throw new AssertionError(kind + " is not " + status + " after " + waited + " ms");
      }
      Thread.sleep(20);
    }
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  /** Waits until this is among what Prometheus is told. */
  void waitForMetric(String line) throws IOException, InterruptedException {
    String told = "";
    for (int tries = 0; tries < 100; tries++) {
      told =
          client
              .send(
                  HttpRequest.newBuilder(managementUri("/q/metrics")).build(),
                  BodyHandlers.ofString())
              .body();
      if (told.contains(line)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("not " + line + " among " + told);
  }

  private URI managementUri(String path) {
    return URI.create("http://localhost:" + management + path);
  }

  int port() {
    return port;
  }

  int managementPort() {
    return management;
  }

  long pid() {
    return process.pid();
  }

  long millisecondsSinceStart() {
    return Duration.ofNanos(System.nanoTime() - startedAt).toMillis();
  }

  /** What the process holds in memory, in MB; 0 where the system does not say. */
  long residentMegabytes() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** What it has written to its output so far. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /** Waits until it has ended, and gives its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the service did not end");
    }
    return process.exitValue();
  }

  /** Sends SIGTERM, and does not wait. */
  void askToEnd() {
    process.destroy();
  }

  /** Ends it as SIGTERM does. */
  void terminate() throws InterruptedException {
    process.destroy();
    exitCode();
  }

  /** Ends it as SIGKILL does, in the middle of whatever it is at. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
