package org.chancery.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of the file of users. */
class UserLineTest {

  private static final String HASH = "$2a$12$" + "x".repeat(53);

  @Test
  void aPasswordIsKeptAsItsHash() {
    String longest = "\u00e9".repeat(36);
    UserLine line = UserLine.of("ada", longest, "editor");
    assertFalse(line.toString().contains(longest));
    UserLine read = UserLine.parse(line.toString());
    assertTrue(read.has(longest));
    // bcrypt would look at 72 bytes, and let these in as well.
    assertFalse(read.has(longest + "x"));
    assertFalse(read.has(""));
    assertTrue(read.viewer().mayEdit());
    assertFalse(UserLine.of("otto", "secret", "reader").viewer().mayEdit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ada    | ''     | editor | The password is empty
          ada    | LONG   | editor | more than 72 bytes
          ada    | secret | king   | Roles are reader, editor and curator
          a:b    | secret | editor | no colon
          #ada   | secret | editor | does not begin with
          import | secret | editor | take another name
          sample | secret | reader | take another name
          """)
  void whatCannotBeAUserIsRefused(String name, String password, String role, String reason) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> UserLine.of(name, password.replace("LONG", "\u00e9".repeat(37)), role))
            .getMessage();
    assertTrue(String.valueOf(message).contains(reason), message);
  }

  @ParameterizedTest
  @CsvSource({
    "ada",
    "ada:secret:editor",
    "ada:HASH",
    "ada:HASH:king",
    "ada:HASH:editor:more",
    ":HASH:editor",
    "import:HASH:editor"
  })
  void aLineThatIsNoneIsRefused(String line) {
    assertThrows(IllegalArgumentException.class, () -> UserLine.parse(line.replace("HASH", HASH)));
    assertEquals("ada", UserLine.parse("ada:" + HASH + ":editor").name());
  }
}
