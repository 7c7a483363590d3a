package org.chancery.graphql.filter;

/** The descriptions of the fields that filters have in common. */
public final class FilterFields {

  /** To be followed by where it looks. */
  public static final String TEXT =
      "Words that all have to be there, in any order; \"a phrase\"; kerr* for words that begin so, with at least three"
          + " letters; -word for what must not be. Neither case nor accents matter. ";

  public static final String CREATED_AT = "First recorded here in this time.";
  public static final String UPDATED_AT =
      "Last changed in this time: ask from the last answer's on to follow changes.";

  private FilterFields() {}
}
