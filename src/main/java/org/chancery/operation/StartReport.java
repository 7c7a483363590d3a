package org.chancery.operation;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.graphql.http.ApiSettings;
import org.chancery.meeting.MeetingRepository;
import org.chancery.proof.SigningKey;
import org.chancery.revision.PublicLog;
import org.chancery.users.TokenSettings;
import org.chancery.users.UserFile;
import org.chancery.users.UserSettings;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Tells an operator, once the start is done, what is served and what is not. */
@ApplicationScoped
class StartReport {

  private static final Logger LOG = Logger.getLogger(StartReport.class);

  private final MeetingRepository meetings;
  private final ApiSettings api;
  private final UserFile users;
  private final UserSettings settings;
  private final TokenSettings tokens;
  private final SigningKey key;
  private final PublicLog log;
  private final String database;
  private final String data;
  private final String address;

  StartReport(
      MeetingRepository meetings,
      ApiSettings api,
      UserFile users,
      UserSettings settings,
      TokenSettings tokens,
      SigningKey key,
      PublicLog log,
      @ConfigProperty(name = "quarkus.datasource.db-kind") String database,
      @ConfigProperty(name = "chancery.data") String data,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String address) {
    this.meetings = meetings;
    this.api = api;
    this.users = users;
    this.settings = settings;
    this.tokens = tokens;
    this.key = key;
    this.log = log;
    this.database = database;
    this.data = data;
    this.address = address;
  }

  void afterTheSample(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent start) {
    long count = meetings.count();
    LOG.infof(
        "The record is in %s and has %s.%s",
        place(),
        count == 1 ? "1 meeting" : count + " meetings",
        count == 0
            ? " A start with CHANCERY_SAMPLE=true loads the sample into it, one with the arguments \"import FILE\" a document."
            : "");
    LOG.info(whoMayWrite());
    tellTheKey();
    List<Switch> off =
        List.of(
                new Switch("GraphiQL", "CHANCERY_API_GRAPHIQL", api.graphiql()),
                new Switch("the schema's address", "CHANCERY_API_SCHEMA", api.schema()),
                new Switch("introspection", "CHANCERY_API_INTROSPECTION", api.introspection()))
            .stream()
            .filter(one -> !one.on())
            .toList();
    if (!off.isEmpty()) {
      LOG.infof(
          "Switched off: %s.",
          off.stream()
              .map(one -> one.what() + " (" + one.variable() + "=true switches it on)")
              .collect(Collectors.joining(", ")));
    }
  }

  private String whoMayWrite() {
    int number = users.size();
    Optional<String> issuer = tokens.issuer();
    if (issuer.isPresent()) {
      return "Tokens of \"%s\" are taken; %d may sign in with a password, by the file \"%s\"."
          .formatted(issuer.get(), number, users.path());
    }
    if (settings.development()) {
      return "\"editor\" may write with the password \"editor\", from this machine alone (CHANCERY_USERS_DEVELOPMENT); %d more may sign in, by the file \"%s\"."
          .formatted(number, users.path());
    }
    return number == 0
        ? "Nobody may write: put what \"user add NAME\" prints into the file \"%s\"."
            .formatted(users.path())
        : "%d may sign in, by the file \"%s\".".formatted(number, users.path());
  }

  private void tellTheKey() {
    LOG.infof(
        "Heads are signed with the key in \"%s\": back it up, and let nobody else read it.",
        key.path());
    log.head()
        .filter(head -> !head.signer().equals(key.publicKeyInBase64()))
        .ifPresent(
            head ->
                LOG.warnf(
                    "Revision %d was signed with another key: whoever keeps heads cannot check those of this instance with it. Give all instances the same file with CHANCERY_PROOF_KEY.",
                    (Integer) head.size()));
  }

  private record Switch(String what, String variable, boolean on) {}

  private String place() {
    return database.equals("h2")
        ? "the folder " + Path.of(data).toAbsolutePath().normalize()
        : "the database at " + StartFailure.withoutParameters(address);
  }
}
