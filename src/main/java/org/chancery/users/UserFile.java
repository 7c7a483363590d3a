package org.chancery.users;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.graphql.http.Sha256;
import org.chancery.graphql.viewer.SignIn;
import org.chancery.graphql.viewer.Viewer;
import org.jboss.logging.Logger;

/** The users of a single box, in a file that is read again when it has changed. */
@ApplicationScoped
public class UserFile implements SignIn {

  private static final Logger LOG = Logger.getLogger(UserFile.class);

  private static final String DEVELOPER = "editor";

  /** A right password is not reckoned anew at each request. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final int MOST_REMEMBERED = 10_000;

  private final UserSettings settings;
  private final Cache<String, Boolean> verified =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).build();
  private volatile Content content = new Content("", Map.of());

  UserFile(UserSettings settings) {
    this.settings = settings;
  }

  /**
   * What the file holds.
   *
   * @param text as it was last read
   */
  private record Content(String text, Map<String, UserLine> users) {}

  /** The file, which need not be there. */
  public Path path() {
    return settings.file();
  }

  /** How many may sign in. */
  public int size() {
    return users().size();
  }

  @Override
  public Optional<Viewer> viewer(String name, String password, boolean local) {
    if (settings.development() && local && name.equals(DEVELOPER) && password.equals(DEVELOPER)) {
      return Optional.of(new Viewer(DEVELOPER, Set.of(Viewer.EDITOR, Viewer.CURATOR)));
    }
    Map<String, UserLine> users = users();
    UserLine line = users.get(name);
    if (line == null) {
      // Takes as long as for somebody who is there: for one name always as long.
      var unused = somebody(users, name).has(password);
      return Optional.empty();
    }
    String key = Sha256.hexOf(line.hash() + "\0" + password);
    if (verified.getIfPresent(key) == null && !line.has(password)) {
      return Optional.empty();
    }
    verified.put(key, true);
    return Optional.of(line.viewer());
  }

  private static UserLine somebody(Map<String, UserLine> users, String name) {
    List<UserLine> all = List.copyOf(users.values());
    return all.isEmpty()
        ? UserLine.NOBODY
        : all.get(Math.floorMod(Sha256.hexOf(name).hashCode(), all.size()));
  }

  private Map<String, UserLine> users() {
    String text = "";
    try {
      if (Files.exists(path())) {
        text = Files.readString(path());
      }
    } catch (IOException unreadable) {
      LOG.errorf("The users in \"%s\" cannot be read (%s): nobody signs in.", path(), unreadable);
    }
    Content known = content;
    if (!known.text().equals(text)) {
      known = new Content(text, parse(text));
      content = known;
    }
    return known.users();
  }

  private Map<String, UserLine> parse(String text) {
    Map<String, UserLine> users = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        UserLine user = UserLine.parse(line);
        if (users.put(user.name(), user) != null) {
          LOG.warnf("Line %d of \"%s\" names a user again: it counts.", (Integer) (at + 1), path());
        }
      } catch (IllegalArgumentException wrong) {
        LOG.errorf("Line %d of \"%s\" %s", (Integer) (at + 1), path(), wrong.getMessage());
      }
    }
    return users;
  }
}
