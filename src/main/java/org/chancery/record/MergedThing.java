package org.chancery.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What was found to be the same as another thing: its key and its id lead there. */
@Entity
public class MergedThing {

  @Id private UUID id;

  /** As {@code ThingKind} has it. */
  @Column private String kind;

  @Column(name = "record_key")
  private String key;

  @Column private UUID keptId;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected MergedThing() {}

  /**
   * A thing that left the record for another.
   *
   * @param kind as {@code ThingKind} has it
   * @param kept the id of the thing that it leads to
   */
  public MergedThing(UUID id, String kind, String key, UUID kept) {
    this.id = id;
    this.kind = kind;
    this.key = key;
    this.keptId = kept;
  }
}
