package org.chancery.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.callback.Event;
import org.jboss.logging.Logger;

/**
 * Restricts the H2 file and its folder to the user that runs the service: others can neither read
 * nor change them. A folder that its group may write, as in the images, stays the group's.
 */
public final class H2FileAccess extends FlywayCallback {

  private static final Logger LOG = Logger.getLogger(H2FileAccess.class);

  public H2FileAccess() {
    super(Event.BEFORE_VALIDATE);
  }

  @Override
  void handle(Event step, Connection database) throws SQLException {
    h2File(database).ifPresent(H2FileAccess::restrict);
  }

  /** Restricts a file and its folder. */
  static void restrict(Path file) {
    try {
      setAccess(file);
    } catch (IOException | UnsupportedOperationException notOurs) {
      // On a system without such permissions, or in a folder that somebody else has given us.
      LOG.debug("The access to the data folder stays as it is", notOurs);
    }
  }

  private static void setAccess(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Set<PosixFilePermission> access = Files.getPosixFilePermissions(folder);
    boolean isShared = access.contains(PosixFilePermission.GROUP_WRITE);
    Files.setPosixFilePermissions(
        file, PosixFilePermissions.fromString(isShared ? "rw-rw----" : "rw-------"));
    if (!isShared) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
