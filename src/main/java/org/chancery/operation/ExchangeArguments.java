package org.chancery.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code import} or {@code export} is asked for.
 *
 * @param file which, or {@link #STREAM}
 * @param option which of those that change what it does; null for none
 * @param service the address of a service that runs; null for the record that is configured here
 */
record ExchangeArguments(String file, @Nullable String option, @Nullable String service) {

  /** Stands for what is piped in, or for where it is piped to. */
  static final String STREAM = "-";

  /** For all of the past too. */
  static final String HISTORY = "--history";

  /**
   * Reads arguments, which come in any order after the name of the command.
   *
   * @param options of which there may be one
   * @param elsewhere what stands before the address of a service
   * @return null where they are not understood
   */
  static @Nullable ExchangeArguments of(
      List<String> arguments, List<String> options, String elsewhere) {
    String file = null;
    String option = null;
    String service = null;
    for (int i = 1; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(elsewhere) && service == null && i + 1 < arguments.size()) {
        i++;
        service = arguments.get(i);
      } else if (options.contains(argument) && option == null) {
        option = argument;
      } else if (!argument.startsWith("--") && !argument.isEmpty() && file == null) {
        file = argument;
      } else {
        return null;
      }
    }
    return file == null ? null : new ExchangeArguments(file, option, service);
  }

  boolean isOfHistory() {
    return HISTORY.equals(option);
  }
}
