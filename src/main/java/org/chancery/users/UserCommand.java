package org.chancery.users;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code chancery user add NAME [ROLE]} makes a line for the file of users. */
public final class UserCommand {

  /** What it is called on the command line. */
  public static final String NAME = "user";

  private static final String EDITOR = "editor";

  private UserCommand() {}

  /** Whether these arguments are understood. */
  public static boolean accepts(List<String> arguments) {
    return arguments.size() >= 3 && arguments.size() <= 4 && arguments.get(1).equals("add");
  }

  /** Asks for the password, and prints the line. */
  @SuppressWarnings("SystemOut") // a command answers to who called it
  public static int run(List<String> arguments) {
    try {
      System.out.println(
          UserLine.of(
              arguments.get(2), password(), arguments.size() == 4 ? arguments.get(3) : EDITOR));
      return 0;
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
    } catch (IOException unreadable) {
      System.err.println("The password cannot be read: " + unreadable.getMessage());
    }
    return 1;
  }

  /** Typed unseen, or piped in as one line. */
  @SuppressWarnings("SystemConsoleNull") // it is null before Java 22, which reads what is piped in
  private static String password() throws IOException {
    Console console = System.console();
    if (console != null) {
      char[] typed = console.readPassword("Password: ");
      return typed == null ? "" : new String(typed);
    }
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? "" : line;
  }
}
