package org.chancery.revision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static final Column<RecordChange, Integer> BY_REVISION =
      Column.byNumber("e.revisionNumber", RecordChange::revisionNumber);

  private static final Column<RecordChange, Integer> BY_POSITION =
      Column.byNumber("e.position", RecordChange::position);

  /** By all columns of the index: else H2 sorts all changes of a revision for each page of them. */
  static final ConnectionSource<RecordChange> OF_REVISION =
      changes(List.of(Column.byId("e.revisionId", RecordChange::revisionId), BY_POSITION))
          .ownedBy("Revision.changes", "RecordChange e", "e.revisionId");

  static final ConnectionSource<ErasedDigest> ERASED_BY =
      ConnectionSource.all(
              "Query.erasedDigests",
              ErasedDigest.class,
              KeysetOrder.by(List.of(Column.byNumber("e.position", ErasedDigest::position))))
          .ownedBy("Revision.erasedDigests", "ErasedDigest e", "e.revisionId");

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
    return changes(List.of(BY_REVISION, BY_POSITION)).ownedBy(field, "RecordChange e", "e.thingId");
  }

  private static ConnectionSource<RecordChange> changes(List<Column<RecordChange, ?>> order) {
    return ConnectionSource.all("Query.changes", RecordChange.class, KeysetOrder.by(order));
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

  /** The last change that withdrew a thing of this kind with each of these keys. */
  Map<String, RecordChange> withdrawals(Collection<String> keys, ThingKind kind) {
    return session
        .createSelectionQuery(
            "from RecordChange e where one_of(:keys, e.thingKey) and e.thingKind = :thing and e.kind = :withdrawn"
                + " order by e.revisionNumber",
            RecordChange.class)
        .setParameter("keys", ArrayParameters.keys(keys))
        .setParameter("thing", kind)
        .setParameter("withdrawn", ChangeKind.WITHDRAWN)
        .getResultList()
        .stream()
        .collect(
            Collectors.toMap(
                change -> Objects.requireNonNull(change.getKey()),
                Function.identity(),
                (earlier, later) -> later));
  }

  /**
   * For each of these moments the number of the last revision until then; left out where none was.
   */
  public Map<Instant, Integer> numbersAt(Collection<Instant> moments) {
    Map<Instant, Integer> numbers = new HashMap<>();
    for (Instant moment : moments) {
      Integer number =
          session
              .createSelectionQuery(
                  "select max(e.number) from Revision e where e.writtenAt <= :moment",
                  Integer.class)
              .setParameter("moment", moment)
              .getSingleResultOrNull();
      if (number != null) {
        numbers.put(moment, number);
      }
    }
    return numbers;
  }

  /** The number of the last revision that erased words; 0 where none did. */
  public int lastThatErased() {
    Integer last =
        session
            .createSelectionQuery("select max(e.revisionNumber) from ErasedDigest e", Integer.class)
            .getSingleResultOrNull();
    return last == null ? 0 : last;
  }

  /** The number of the last revision, for whatever asks for it; 0 where there is none. */
  Map<String, Integer> lastNumbers(Collection<String> asking) {
    Integer last =
        session
            .createSelectionQuery("select max(e.number) from Revision e", Integer.class)
            .getSingleResultOrNull();
    return asking.stream()
        .collect(Collectors.toMap(Function.identity(), any -> last == null ? 0 : last));
  }

  /** What proves the revisions with these numbers; numbers that none has are left out. */
  Map<Integer, RevisionProof> proofsByNumbers(Collection<Integer> numbers) {
    return session
        .createSelectionQuery(
            "from RevisionProof e where one_of(:numbers, e.revisionNumber)", RevisionProof.class)
        .setParameter("numbers", ArrayParameters.numbers(numbers))
        .getResultList()
        .stream()
        .collect(Collectors.toMap(RevisionProof::revisionNumber, Function.identity()));
  }

  /** The revisions with these numbers; numbers that none has are left out. */
  public Map<Integer, Revision> mapByNumbers(Collection<Integer> numbers) {
    return session
        .createSelectionQuery("from Revision e where one_of(:numbers, e.number)", Revision.class)
        .setParameter("numbers", ArrayParameters.numbers(numbers))
        .getResultList()
        .stream()
        .collect(Collectors.toMap(Revision::getNumber, Function.identity()));
  }
}
