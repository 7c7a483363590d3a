package org.chancery.discovery;

import java.util.Arrays;
import org.eclipse.microprofile.graphql.Description;

/** What can be found. Things that are as relevant as each other stand in this order. */
@Description("What can be found.")
public enum SearchKind {
  @Description("Meetings, by title and place.")
  MEETING(0, "Meeting"),
  @Description("Events, by title and place.")
  EVENT(1, "Event"),
  @Description("People, by all of their names.")
  PARTICIPANT(2, "Participant"),
  @Description("Parties, by all of their names.")
  PARTY(3, "Party"),
  @Description("Topics, by all of their names.")
  TOPIC(4, "Topic"),
  @Description("Accounts, by title and text.")
  ACCOUNT(5, "Account"),
  @Description("Statements, by text.")
  STATEMENT(6, "Statement");

  private final int rank;
  private final String entity;

  SearchKind(int rank, String entity) {
    this.rank = rank;
    this.entity = entity;
  }

  /** Where it stands among things that are as relevant as each other. */
  int rank() {
    return rank;
  }

  static SearchKind of(int rank) {
    return Arrays.stream(values()).filter(kind -> kind.rank == rank).findFirst().orElseThrow();
  }

  /** The entity's name in HQL. */
  String entity() {
    return entity;
  }
}
