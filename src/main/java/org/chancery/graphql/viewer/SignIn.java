package org.chancery.graphql.viewer;

import java.util.Optional;

/** Who may sign in with a name and a password. */
public interface SignIn {

  /**
   * The user with this name and password. Takes as long for a name that nobody has as for a wrong
   * password, which is some tenths of a second of a processor.
   *
   * @param local whether the request comes from this machine
   */
  Optional<Viewer> viewer(String name, String password, boolean local);
}
