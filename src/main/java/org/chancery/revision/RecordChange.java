package org.chancery.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.chancery.graphql.node.NodeId;
import org.chancery.proof.CanonicalJson;
import org.chancery.proof.SaltedDigest;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a revision did to one thing. */
@Entity
@IdClass(RecordChange.Place.class)
@Name("Change")
@Description("What a revision did to one thing.")
public class RecordChange {

  private static final JsonMapper JSON = new JsonMapper();

  /** Changes that are held in memory. */
  private static final int AT_ONCE = 500;

  @Column private UUID revisionId;

  @Id private int revisionNumber;

  /** Where it stands in its revision, from 1 on. */
  @Id private int position;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private ChangeKind kind;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private ThingKind thingKind;

  @Column private UUID thingId;

  /** Of the thing itself, or of the meeting that carries it. */
  @Column private UUID lineId;

  private @Nullable String thingKey;

  @Column private @Nullable String beforeMembers;

  @Column private @Nullable String afterMembers;

  private String salt;

  private String digest;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RecordChange() {}

  /**
   * The {@code position}-th of a revision, from 1 on.
   *
   * @param revision in which it is
   * @param line the id of the thing itself, or of the meeting that carries it
   * @param key null where the thing has none
   * @param before its members as JSON; null where it was not in the record
   * @param after the same as a tree, and null where it is no longer
   * @param goes what becomes of it where it is no longer
   */
  public RecordChange(
      Revision revision,
      int position,
      ThingKind thingKind,
      UUID id,
      UUID line,
      @Nullable String key,
      @Nullable String before,
      @Nullable ObjectNode after,
      ChangeKind goes) {
    this.revisionId = revision.uuid();
    this.revisionNumber = revision.getNumber();
    this.position = position;
    this.kind = before == null ? ChangeKind.RECORDED : after == null ? goes : ChangeKind.AMENDED;
    this.thingKind = thingKind;
    this.thingId = id;
    this.lineId = line;
    this.thingKey = key;
    this.beforeMembers = before;
    this.afterMembers = after == null ? null : after.toString();
    this.salt = SaltedDigest.newSalt();
    this.digest = digest(document(after));
  }

  /**
   * That words were erased from what another one tells of: it says what is left.
   *
   * @param last the thing's last change
   */
  public RecordChange(Revision revision, int position, RecordChange last) {
    this.revisionId = revision.uuid();
    this.revisionNumber = revision.getNumber();
    this.position = position;
    this.kind = ChangeKind.ERASED;
    this.thingKind = last.thingKind;
    this.thingId = last.thingId;
    this.lineId = last.lineId;
    this.thingKey = last.thingKey;
    this.beforeMembers = last.afterMembers;
    this.afterMembers = last.afterMembers;
    this.salt = SaltedDigest.newSalt();
    this.digest = reckonedDigest();
  }

  @NonNull
  @Description("What lets an outsider check it.")
  public ChangeProof getProof() {
    String now = reckonedDigest();
    return new ChangeProof(document(), salt, digest, now.equals(digest) ? null : now);
  }

  /** The digest of all that it says, in hexadecimal digits: what the proof has of it. */
  final String reckonedDigest() {
    return digest(document());
  }

  private String digest(String document) {
    return new SaltedDigest(salt).add(document).hex();
  }

  private String document() {
    return document(afterMembers == null ? null : parsed(afterMembers));
  }

  private String document(@Nullable Object after) {
    return document(
        position,
        kind.name(),
        thingKind.name(),
        thingId.toString(),
        lineId.toString(),
        thingKey,
        after);
  }

  /**
   * All that a change says, as the proof has it.
   *
   * @param key null where the thing has none
   * @param after its members; null where it is no longer there
   */
  static String document(
      int position,
      String kind,
      String thing,
      String id,
      String line,
      @Nullable String key,
      @Nullable Object after) {
    Map<String, @Nullable Object> told = new HashMap<>();
    told.put("position", position);
    told.put("kind", kind);
    told.put("thing", thing);
    told.put("id", id);
    told.put("line", line);
    told.put("key", key);
    told.put("after", after);
    return CanonicalJson.of(told);
  }

  /** Gives out the changes of a revision, in their order. */
  static void each(EntityManager entities, int revision, Consumer<RecordChange> changes) {
    int last = 0;
    List<RecordChange> some;
    do {
      some =
          entities
              .createQuery(
                  "from RecordChange c where c.revisionNumber = :revision and c.position > :last order by c.position",
                  RecordChange.class)
              .setParameter("revision", revision)
              .setParameter("last", last)
              .setMaxResults(AT_ONCE)
              .getResultList();
      for (RecordChange change : some) {
        last = change.position;
        changes.accept(change);
        entities.detach(change);
      }
    } while (some.size() == AT_ONCE);
  }

  /** As a history has it: its members as they are kept, in the order of the document format. */
  ObjectNode inHistory() {
    ObjectNode told = JSON.createObjectNode().put(HistoryLine.CHANGE, position);
    told.put("kind", kind.name())
        .put("thing", thingKind.name())
        .put("id", thingId.toString())
        .put("line", lineId.toString());
    if (thingKey != null) {
      told.put("key", thingKey);
    }
    if (afterMembers != null) {
      told.putRawValue("after", new RawValue(afterMembers));
    }
    return told.put("salt", salt).put("digest", digest);
  }

  private static Object parsed(String members) {
    try {
      return JSON.readValue(members, Map.class);
    } catch (JsonProcessingException noJson) {
      return members;
    }
  }

  /**
   * Has it say what is left where words were erased, with another salt.
   *
   * @param left the members of things after its revision, by their ids
   * @param isOpen whether its revision is being written still, and signs what is left
   * @return whether anything is another now
   */
  boolean restate(Map<UUID, String> left, boolean isOpen) {
    String members = afterMembers == null ? null : left.get(thingId);
    if (members == null || members.equals(afterMembers)) {
      return false;
    }
    afterMembers = members;
    if (kind == ChangeKind.ERASED) {
      beforeMembers = members;
    }
    salt = SaltedDigest.newSalt();
    if (isOpen) {
      digest = reckonedDigest();
    }
    return true;
  }

  /** In hexadecimal digits. */
  String digest() {
    return digest;
  }

  /** Whether its members are written as they were then, to the byte. */
  boolean isWrittenCanonically() {
    try {
      return afterMembers == null || JSON.readTree(afterMembers).toString().equals(afterMembers);
    } catch (JsonProcessingException noJson) {
      return false;
    }
  }

  /** What it changed, in words. */
  String named() {
    String kindOfThing = thingKind.name().toLowerCase(Locale.ROOT);
    return thingKey == null
        ? "the %s with the id %s".formatted(kindOfThing, thingId)
        : "the %s \"%s\"".formatted(kindOfThing, thingKey);
  }

  /** Whether it is one of a revision's. */
  public boolean isIn(Revision revision) {
    return revisionNumber == revision.getNumber();
  }

  /** Whether it is a change of the thing with this id, and not of something that it carries. */
  public boolean isOf(@Nullable UUID id) {
    return thingId.equals(id);
  }

  @NonNull
  @Description("What became of it.")
  public ChangeKind getKind() {
    return kind;
  }

  @NonNull
  @Description("What it is.")
  public ThingKind getThingKind() {
    return thingKind;
  }

  @Description("Its key; null for what has none: participations and links.")
  public @Nullable String getKey() {
    return thingKey;
  }

  @NonNull
  @Description(
      "What differs, member by member, in the order of the document format: all of it where the thing was first recorded, or"
          + " withdrawn.")
  public List<@NonNull Difference> getDifferences() {
    return Difference.between(beforeMembers, afterMembers);
  }

  /** The characters of all members that it tells of. */
  public int size() {
    return (beforeMembers == null ? 0 : beforeMembers.length())
        + (afterMembers == null ? 0 : afterMembers.length());
  }

  /** Null where the thing was not in the record before. */
  public @Nullable String beforeMembers() {
    return beforeMembers;
  }

  UUID revisionId() {
    return revisionId;
  }

  /** Of what it changed. */
  public UUID thingId() {
    return thingId;
  }

  /** Of the thing; null for what is no node: a link. */
  @Nullable NodeId nodeId() {
    return thingKind == ThingKind.LINK
        ? null
        : new NodeId(thingKind.name().toLowerCase(Locale.ROOT), thingId);
  }

  int revisionNumber() {
    return revisionNumber;
  }

  int position() {
    return position;
  }

  /** Which of a revision's changes. */
  public record Place(int revisionNumber, int position) implements Serializable {}
}
