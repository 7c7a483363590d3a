package org.chancery.document;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Files in which documents are kept while they come and go. */
@ApplicationScoped
public class SpoolFiles {

  private static final Logger LOG = Logger.getLogger(SpoolFiles.class);

  private static final String SUFFIX = ".spool";

  /** By then nobody has one in use any more, in this instance or another with the same folder. */
  private static final Duration LEFT_BEHIND = Duration.ofDays(2);

  private final Path folder;

  SpoolFiles(@ConfigProperty(name = "chancery.data") Path folder) {
    this.folder = folder;
  }

  /** Those of an instance that did not end by itself. */
  void deleteWhatIsLeftBehind(@Observes StartupEvent started) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    FileTime old = FileTime.from(Instant.now().minus(LEFT_BEHIND));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
          delete(file);
        }
      }
    } catch (IOException unreadable) {
      LOG.debug("What is left behind could not be looked for", unreadable);
    }
  }

  /** A new one, which whoever asks for it deletes. */
  public Path create(String name) throws IOException {
    Files.createDirectories(folder);
    return Files.createTempFile(folder, name, SUFFIX);
  }

  public void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      LOG.warnf("The file \"%s\" could not be deleted (%s).", file, stays);
    }
  }
}
