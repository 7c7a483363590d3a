package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record as a document: all of it as of one moment, each thing after those that it
 * names, those of a type by their ids. The same record gives the same bytes.
 */
@ApplicationScoped
public class RecordExport {

  /** So many things are held in memory. */
  private static final int THINGS_AT_ONCE = 50;

  private static final List<RecordType> LINES =
      List.of(
          RecordType.PARTY,
          RecordType.TOPIC,
          RecordType.PARTICIPANT,
          RecordType.EVENT,
          RecordType.MEETING);

  private final EntityManager entities;
  private final DocumentFormat format = new DocumentFormat();

  RecordExport(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Writes the record.
   *
   * @param to is flushed, and left open
   * @return how many lines it has
   * @throws IOException where it cannot be written to
   */
  @Transactional
  public int write(OutputStream to) throws IOException {
    LineReader reader = new LineReader(entities, format.canonicalForm());
    int lines = 0;
    for (RecordType type : LINES) {
      for (List<UUID> ids = after(type, null);
          !ids.isEmpty();
          ids = after(type, ids.get(ids.size() - 1))) {
        Map<UUID, ObjectNode> things = reader.read(type, ids);
        for (UUID id : ids) {
          to.write((things.get(id) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        lines += ids.size();
      }
    }
    to.flush();
    return lines;
  }

  /** The next ids of a type; the first ones where none came before. */
  private List<UUID> after(RecordType type, @Nullable UUID last) {
    var query =
        entities.createQuery(
            "select e.id from %s e %s order by e.id"
                .formatted(type.entityName(), last == null ? "" : "where e.id > :last"),
            UUID.class);
    if (last != null) {
      query.setParameter("last", last);
    }
    return query.setMaxResults(THINGS_AT_ONCE).getResultList();
  }
}
