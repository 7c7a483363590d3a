package org.chancery.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.database.ArrayParameters;
import org.chancery.graphql.node.NodeSource;
import org.chancery.graphql.paging.ConnectionSource;
import org.chancery.graphql.paging.KeysetOrder;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.hibernate.Session;

/** The revisions of the record, and what they changed. */
@ApplicationScoped
public class RevisionRepository implements NodeSource {

  static final ConnectionSource<Revision> ALL =
      ConnectionSource.all(
          "Query.revisions",
          Revision.class,
          KeysetOrder.by(List.of(Column.byNumber("e.number", Revision::getNumber))));

  private static final ConnectionSource<RecordChange> CHANGES =
      ConnectionSource.all(
          "Query.changes",
          RecordChange.class,
          KeysetOrder.by(
              List.of(
                  Column.byNumber("e.revisionNumber", RecordChange::revisionNumber),
                  Column.byNumber("e.position", RecordChange::position))));

  static final ConnectionSource<RecordChange> OF_REVISION =
      CHANGES.ownedBy("Revision.changes", "RecordChange e", "e.revisionId");

  private final Session session;

  RevisionRepository(Session session) {
    this.session = session;
  }

  /**
   * The changes of one thing, the first one first.
   *
   * @param field its name in the schema, such as {@code Meeting.history}
   */
  public static ConnectionSource<RecordChange> history(String field) {
    return CHANGES.ownedBy(field, "RecordChange e", "e.thingId");
  }

  @Override
  public String nodeType() {
    return Revision.NODE_TYPE;
  }

  @Override
  public Map<UUID, Revision> nodesById(Collection<UUID> ids) {
    return session
        .createSelectionQuery("from Revision e where one_of(:ids, e.id)", Revision.class)
        .setParameter("ids", ArrayParameters.ids(ids))
        .getResultList()
        .stream()
        .collect(Collectors.toMap(Revision::uuid, Function.identity()));
  }

  /** The revisions with these numbers; numbers that none has are left out. */
  public Map<Integer, Revision> mapByNumbers(Collection<Integer> numbers) {
    return session
        .createSelectionQuery("from Revision e where e.number in :numbers", Revision.class)
        .setParameter("numbers", numbers)
        .getResultList()
        .stream()
        .collect(Collectors.toMap(Revision::getNumber, Function.identity()));
  }
}
