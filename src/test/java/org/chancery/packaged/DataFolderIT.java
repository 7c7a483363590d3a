package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a service that is installed leaves to others of its machine. */
@EnabledIfSystemProperty(
    named = "chancery.database",
    matches = "h2",
    disabledReason = "the record is in a file on H2 alone")
@EnabledOnOs(OS.LINUX)
class DataFolderIT {

  @TempDir Path folder;

  @Test
  void nobodyElseReadsTheRecord() throws Exception {
    Path data = folder.resolve("record");
    try (RunningService service = start(data)) {
      assertEquals("rwx------", access(data));
      assertEquals("rw-------", access(data.resolve("chancery.mv.db")));
      // Nor what is for operators.
      assertThrows(
          ConnectException.class, () -> new Socket("127.0.0.2", service.managementPort()).close());
      assertEquals(200, service.probe("ready"));
    }
  }

  /** As images have it, whose user can be any of a group. */
  @Test
  void aFolderOfAGroupStaysTheGroups() throws Exception {
    Path data = Files.createDirectory(folder.resolve("shared"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwx---"));
    try (RunningService service = start(data)) {
      assertEquals("rwxrwx---", access(data));
      assertEquals("rw-rw----", access(data.resolve("chancery.mv.db")));
      assertEquals(200, service.probe("ready"));
    }
  }

  private static RunningService start(Path data) throws Exception {
    RunningService service = RunningService.start(Map.of("CHANCERY_DATA", data.toString()));
    service.data("{ __typename }");
    return service;
  }

  private static String access(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
