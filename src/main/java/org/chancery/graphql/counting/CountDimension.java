package org.chancery.graphql.counting;

/** What things are counted by: a constant of an enum of the schema. */
public interface CountDimension {

  /** Its name in the schema. */
  String name();

  /** Whether it sorts them by time: the newest comes first then, and not the most frequent. */
  default boolean isTime() {
    return false;
  }
}
