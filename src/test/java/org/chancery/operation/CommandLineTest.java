package org.chancery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.chancery.operation.CommandLine.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What arguments ask for. */
class CommandLineTest {

  @ParameterizedTest
  @CsvSource({
    "import FILE, IMPORT",
    "import -, IMPORT",
    "import --partial FILE, IMPORT",
    "import FILE --history, IMPORT",
    "import --to URL FILE, REMOTE_IMPORT",
    "import --check FILE --to URL, REMOTE_IMPORT",
    "import --to URL --history -, REMOTE_IMPORT",
    "import, REFUSE",
    "import --partial, REFUSE",
    "import --partial --check FILE, REFUSE",
    "import --partial --partial FILE, REFUSE",
    "import --to URL, REFUSE",
    "import FILE --to, REFUSE",
    "import FILE OTHER, REFUSE",
    "import --from URL FILE, REFUSE",
    "import --to URL --to URL FILE, REFUSE",
    "import --what FILE, REFUSE",
    "export FILE, EXPORT",
    "export --history -, EXPORT",
    "export --from URL FILE, REMOTE_EXPORT",
    "export --from URL --history FILE, REMOTE_EXPORT",
    "export --partial FILE, REFUSE",
    "export --to URL FILE, REFUSE"
  })
  void argumentsComeInAnyOrderAndOnceEach(String arguments, Action asked) {
    assertEquals(asked, CommandLine.of(List.of(arguments.split(" "))));
  }
}
