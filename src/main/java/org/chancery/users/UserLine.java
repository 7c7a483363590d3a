package org.chancery.users;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.graphql.viewer.Viewer;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * A line of the file of users: {@code name:hash:role}.
 *
 * @param hash of the password, by bcrypt
 */
record UserLine(String name, String hash, String role) {

  /** More is not part of a bcrypt hash. */
  static final int MOST_BYTES_OF_A_PASSWORD = 72;

  /** Rounds, as a power of two: some tenths of a second. */
  private static final int STRENGTH = 12;

  private static final Set<String> ROLES = Set.of("reader", Viewer.EDITOR, Viewer.CURATOR);

  private static final Pattern FORM =
      Pattern.compile(
          "([^:\\s#][^:\\p{Cntrl}]{0,99}):(\\$2[aby]\\$1[0-4]\\$[./A-Za-z0-9]{53}):([a-z]+)");

  /** A hash that no password has, for names that nobody has. */
  static final UserLine NOBODY =
      new UserLine("nobody", BCrypt.hashpw("", BCrypt.gensalt(STRENGTH)), "reader");

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException where it has another form; the message says which one
   */
  static UserLine parse(String line) {
    Matcher parts = FORM.matcher(line.strip());
    if (!parts.matches() || !ROLES.contains(parts.group(3))) {
      throw new IllegalArgumentException(
          "is not name:hash:role, as \"user add NAME\" makes it, with a hash of 10 to 14 rounds; roles are reader, editor and curator.");
    }
    if (!Viewer.canBeCalled(parts.group(1))) {
      throw new IllegalArgumentException(
          "has the name \"%s\", which is the service's own.".formatted(parts.group(1)));
    }
    return new UserLine(parts.group(1), parts.group(2), parts.group(3));
  }

  /**
   * Of a new user.
   *
   * @throws IllegalArgumentException where the name, the password or the role cannot be one; the
   *     message says why
   */
  static UserLine of(String name, String password, String role) {
    if (password.isEmpty()) {
      throw new IllegalArgumentException("The password is empty.");
    }
    if (isTooLong(password)) {
      throw new IllegalArgumentException(
          "The password has more than %d bytes, of which bcrypt would take no more."
              .formatted(MOST_BYTES_OF_A_PASSWORD));
    }
    if (!ROLES.contains(role)) {
      throw new IllegalArgumentException("Roles are reader, editor and curator.");
    }
    if (!Viewer.canBeCalled(name)) {
      throw new IllegalArgumentException(
          "\"%s\" is what the record calls the service itself: take another name.".formatted(name));
    }
    UserLine line = new UserLine(name, BCrypt.hashpw(password, BCrypt.gensalt(STRENGTH)), role);
    if (!FORM.matcher(line.toString()).matches()) {
      throw new IllegalArgumentException(
          "A name has up to 100 characters, no colon, and does not begin with a space or #.");
    }
    return line;
  }

  private static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_A_PASSWORD;
  }

  boolean has(String password) {
    return !isTooLong(password) && BCrypt.checkpw(password, hash);
  }

  Viewer viewer() {
    return new Viewer(name, Set.of(role));
  }

  @Override
  public String toString() {
    return name + ":" + hash + ":" + role;
  }
}
