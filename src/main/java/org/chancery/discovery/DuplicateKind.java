package org.chancery.discovery;

import org.eclipse.microprofile.graphql.Description;

/** Things of which two can be one. */
@Description("Things of which two can be one.")
public enum DuplicateKind {
  @Description("Parties of one kind, by all of their names.")
  PARTY("cast(e.kind as string)"),
  @Description("Topics, by all of their names.")
  TOPIC("''"),
  @Description("People of one party, or of none that is known, by all of their names.")
  PARTICIPANT("cast(e.partyId as string)"),
  @Description("Events of one day or month or year, as it is known, by title.")
  EVENT(DuplicateKind.DAYS),
  @Description("Meetings of one day, by title, or by two or more people who were at both.")
  MEETING(DuplicateKind.DAYS);

  /** However it is written. */
  private static final String DAYS =
      "concat(cast(e.date.earliest as string), ' ', cast(e.date.latest as string))";

  private final String shared;

  DuplicateKind(String shared) {
    this.shared = shared;
  }

  /** The entity's name in HQL. */
  String entity() {
    return SearchKind.valueOf(name()).entity();
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
