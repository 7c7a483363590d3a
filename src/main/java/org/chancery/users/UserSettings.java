package org.chancery.users;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Who may sign in. */
@ConfigMapping(prefix = "chancery.users")
public interface UserSettings {

  /** The file of users; without it nobody signs in. It is read again when it has changed. */
  @WithDefault("${chancery.data}/users")
  Path file();

  /** Whether the user "editor" with the password "editor" may write, from this machine alone. */
  @WithDefault("false")
  boolean development();
}
