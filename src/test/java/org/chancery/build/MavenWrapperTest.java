package org.chancery.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs {@code mvnw} as a new user's shell does: with the Maven that runs this build, and without
 * any.
 */
@DisabledOnOs(OS.WINDOWS)
class MavenWrapperTest {

  private static final String VERSION = "3.9.11";
  private static final Path LOCAL_REPOSITORY =
      Path.of(System.getProperty("maven.local.repository", ""));

  @TempDir Path folder;
  private Path home = Path.of("");
  private @Nullable HttpServer archive;

  @BeforeEach
  void makeAHomeWithASpaceInIt() throws IOException {
    home = Files.createDirectory(folder.resolve("a home"));
  }

  @AfterEach
  void closeTheArchive() {
    if (archive != null) {
      archive.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "dash"})
  void mavenComesThroughAnInstalledOneAndThenNeedsNothing(String shell) throws Exception {
    assumeTrue(isAnother(shell), shell + " is not installed, or is sh");
    assertRunsMaven(run(shell, withMaven()));
    assertEquals(Set.of("apache-maven-" + VERSION), keptFiles());
    // No mvn, no curl and no wget: the second time there is nothing left to fetch.
    Ran second = run(shell, toolbox("mvn", "curl", "wget"));
    assertRunsMaven(second);
    assertEquals("", second.errors());
  }

  @Test
  void twoThatStartAtOnceBothRun() throws Exception {
    Map<String, String> environment = withMaven();
    Process one = start("sh", environment, "one");
    Process other = start("sh", environment, "other");
    assertRunsMaven(end(one, "one"));
    assertRunsMaven(end(other, "other"));
    assertEquals(Set.of("apache-maven-" + VERSION), keptFiles());
  }

  @Test
  void whatIsLeftOfABrokenOneIsReplaced() throws Exception {
    Files.createDirectories(kept().resolve("apache-maven-" + VERSION).resolve("lib"));
    assertRunsMaven(run("sh", withMaven()));
    assertEquals(Set.of("apache-maven-" + VERSION), keptFiles());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "dash"})
  void withoutAnyMavenItComesFromTheArchive(String shell) throws Exception {
    assumeTrue(isAnother(shell), shell + " is not installed, or is sh");
    assertRunsMaven(run(shell, withArchive(Files.readAllBytes(zip()), 200)));
    assertEquals(Set.of("apache-maven-" + VERSION), keptFiles());
  }

  @Test
  void withoutUnzipTheJdkUnpacksIt() throws Exception {
    Map<String, String> environment = withArchive(Files.readAllBytes(zip()), 200);
    environment.putAll(toolbox("mvn", "unzip"));
    assertRunsMaven(run("sh", environment));
  }

  @Test
  void halfADownloadIsRefusedAndNotKept() throws Exception {
    byte[] whole = Files.readAllBytes(zip());
    Ran refused = run("sh", withArchive(Arrays.copyOf(whole, whole.length / 2), 200));
    assertFails(refused, "is not Maven " + VERSION + " (its SHA-512 is another)");
    assertRunsMaven(run("sh", withArchive(whole, 200)));
  }

  @Test
  void anArchiveThatDoesNotHaveItIsNamed() throws Exception {
    assertFails(run("sh", withArchive(new byte[0], 404)), "check the network, or install Maven");
  }

  @Test
  void anInstalledMavenThatCannotFetchItSaysSo() throws Exception {
    Map<String, String> environment = withMaven();
    environment.put("MAVEN_OPTS", "-Dmaven.repo.local=" + folder.resolve("empty"));
    environment.put("MAVEN_ARGS", "--offline");
    assertFails(run("sh", environment), "mvn could not fetch Maven " + VERSION);
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws Exception {
    Map<String, String> environment = toolbox("java");
    environment.put("JAVA_HOME", "");
    assertFails(run("sh", environment), "install a JDK 17 or newer");
    environment.put("JAVA_HOME", folder.toString());
    assertFails(run("sh", environment), "which has no bin/java");
  }

  @Test
  void aHomeThatCannotBeWrittenIsNamed() throws Exception {
    Map<String, String> environment = withMaven();
    environment.put("HOME", "/dev/null");
    assertFails(run("sh", environment), "cannot write /dev/null/.m2/wrapper/dists");
  }

  private record Ran(int exitCode, String output, String errors) {}

  private static void assertRunsMaven(Ran ran) {
    assertEquals(0, ran.exitCode(), ran.errors());
    assertTrue(ran.output().contains("Apache Maven " + VERSION), ran.output());
  }

  private void assertFails(Ran ran, String reason) throws IOException {
    assertEquals(1, ran.exitCode(), ran.output());
    assertTrue(ran.errors().contains(reason), ran.errors());
    assertEquals(Set.of(), keptFiles());
  }

  private Path kept() {
    return home.resolve(".m2/wrapper/dists");
  }

  private Set<String> keptFiles() throws IOException {
    if (!Files.exists(kept())) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(kept())) {
      return Set.copyOf(files.map(file -> String.valueOf(file.getFileName())).toList());
    }
  }

  /** The Maven that runs this build is the installed one. */
  private Map<String, String> withMaven() {
    Map<String, String> environment = new TreeMap<>();
    environment.put(
        "PATH",
        System.getProperty("maven.home") + "/bin" + File.pathSeparator + System.getenv("PATH"));
    // mvn splits this at spaces: where the path has one, Maven fetches into its default repository.
    if (!LOCAL_REPOSITORY.toString().contains(" ")) {
      environment.put("MAVEN_OPTS", "-Dmaven.repo.local=" + LOCAL_REPOSITORY);
    }
    return environment;
  }

  /** All of the system's commands but these. */
  private Map<String, String> toolbox(String... without) throws IOException {
    // Not in the test's own folder, which JUnit empties with a warning for each link.
    Path tools = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tools");
    for (String path : String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1)) {
      File[] commands = new File(path).listFiles(File::canExecute);
      for (File command : commands == null ? new File[0] : commands) {
        Path link = tools.resolve(command.getName());
        if (!List.of(without).contains(command.getName()) && !Files.exists(link)) {
          Files.createSymbolicLink(link, command.toPath());
        }
      }
    }
    return new TreeMap<>(Map.of("PATH", tools.toString()));
  }

  /** No Maven, and an archive on this machine that answers like Apache's. */
  private Map<String, String> withArchive(byte[] content, int status) throws IOException {
    closeTheArchive();
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/" + VERSION + "/binaries/apache-maven-" + VERSION + "-bin.zip",
        exchange -> {
          exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
    archive = server;
    Map<String, String> environment = toolbox("mvn");
    environment.put("MVNW_ARCHIVE", "http://localhost:" + server.getAddress().getPort());
    return environment;
  }

  /** The real zip, which an installed Maven has fetched. */
  private Path zip() throws Exception {
    if (fetched().isEmpty()) {
      Path ours = home;
      home = Files.createDirectory(folder.resolve("another home"));
      assertRunsMaven(run("sh", withMaven()));
      home = ours;
    }
    return fetched().orElseThrow();
  }

  /** In this build's repository, or in the default one where this one's path has a space. */
  private static Optional<Path> fetched() {
    String zip = "org/apache/maven/apache-maven/%1$s/apache-maven-%1$s-bin.zip".formatted(VERSION);
    return Stream.of(LOCAL_REPOSITORY, Path.of(System.getProperty("user.home"), ".m2/repository"))
        .map(repository -> repository.resolve(zip))
        .filter(Files::exists)
        .findFirst();
  }

  private Ran run(String shell, Map<String, String> environment) throws Exception {
    return end(start(shell, environment, "run"), "run");
  }

  private Process start(String shell, Map<String, String> environment, String name)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                new ArrayList<>(List.of(shell, Path.of("mvnw").toAbsolutePath().toString(), "-v")))
            .directory(folder.toFile())
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(key -> key.startsWith("MAVEN") || key.startsWith("MVNW"));
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("HOME", home.toString());
    variables.putAll(environment);
    variables.values().removeIf(String::isEmpty);
    return builder.start();
  }

  private Ran end(Process process, String name) throws Exception {
    assertTrue(process.waitFor(5, TimeUnit.MINUTES), "mvnw did not end");
    return new Ran(
        process.exitValue(),
        Files.readString(folder.resolve(name + ".out")),
        Files.readString(folder.resolve(name + ".err")));
  }

  /** Whether it is there, and not what {@code sh} is by another name. */
  private static boolean isAnother(String shell) throws IOException {
    Optional<Path> found = installed(shell);
    return found.isPresent()
        && (shell.equals("sh") || !Files.isSameFile(found.get(), installed("sh").orElseThrow()));
  }

  private static Optional<Path> installed(String command) {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
        .map(path -> Path.of(path, command))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
