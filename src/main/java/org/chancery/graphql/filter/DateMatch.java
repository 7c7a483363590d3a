package org.chancery.graphql.filter;

import org.eclipse.microprofile.graphql.Description;

/** When a date that may be inexact is one of a range. */
@Description("When a date that may be inexact is one of a range of days.")
public enum DateMatch {
  @Description(
      "What is known of it reaches into the range: \"2021\" into every range that has a day of 2021, and an interval of which"
          + " one end alone is known where that day is in it.")
  OVERLAPS,

  @Description(
      "It can fall into the range: an interval without a known end into every later range, and a date of which nothing is"
          + " known into any.")
  POSSIBLE,

  @Description("It lies in the range, whatever it means: all of its days are known and in it.")
  WITHIN,

  @Description("Its first day is in the range.")
  STARTS
}
