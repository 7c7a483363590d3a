package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.chancery.database.PastSchema;
import org.hibernate.Session;

/** Reads lines as they were, in a transaction that writes. */
final class PastLines {

  private final EntityManager entities;
  private final LineReader reader;

  PastLines(EntityManager entities, CanonicalForm form) {
    this.entities = entities;
    this.reader = new LineReader(entities, form);
  }

  /** As a revision left them; those that were not there are left out. */
  Map<UUID, ObjectNode> asOf(int number, Map<RecordType, ? extends Collection<UUID>> lines) {
    Session session = entities.unwrap(Session.class);
    entities.flush();
    entities.clear();
    PastSchema.enter(session, number);
    try {
      return now(lines);
    } finally {
      PastSchema.leave(session);
      entities.clear();
    }
  }

  /** As they are. */
  Map<UUID, ObjectNode> now(Map<RecordType, ? extends Collection<UUID>> lines) {
    Map<UUID, ObjectNode> read = new LinkedHashMap<>();
    lines.forEach((type, ids) -> read.putAll(reader.read(type, ids)));
    return read;
  }
}
