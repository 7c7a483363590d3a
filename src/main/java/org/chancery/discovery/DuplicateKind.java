package org.chancery.discovery;

import org.eclipse.microprofile.graphql.Description;

/** Things of which two can be one. */
@Description("Things of which two can be one.")
public enum DuplicateKind {
  @Description("Parties of one kind, by all of their names.")
  PARTY("Party", "cast(e.kind as string)"),
  @Description("Topics, by all of their names.")
  TOPIC("Topic", "''"),
  @Description("People of one party, or of none that is known, by all of their names.")
  PARTICIPANT("Participant", "cast(e.partyId as string)"),
  @Description("Events of one day or month or year, as it is known, by title.")
  EVENT("Event", "e.date.edtf"),
  @Description("Meetings of one day, by title, or by two or more people who were at both.")
  MEETING("Meeting", "e.date.edtf");

  private final String entity;
  private final String shared;

  DuplicateKind(String entity, String shared) {
    this.entity = entity;
    this.shared = shared;
  }

  /** The entity's name in HQL. */
  String entity() {
    return entity;
  }

  /** HQL for what two that are one have in common; null where it is not known. */
  String shared() {
    return shared;
  }

  /** Whether it is called by a title, and not by names that it is searched by. */
  boolean hasTitle() {
    return this == EVENT || this == MEETING;
  }
}
