package org.chancery.graphql.paging;

/** The descriptions of the arguments that every connection has. */
public final class PagingArguments {

  public static final String FIRST =
      "How many from the start, or after \"after\": 1 to 100. 20 where neither \"first\" nor \"last\" is given.";
  public static final String FIRST_OF_LIST = "How many: 1 to 100. 20 where it is not given.";
  public static final String AFTER = "Only what comes after this cursor of the same list.";
  public static final String LAST =
      "How many from the end, or before \"before\": 1 to 100. Not together with \"first\".";
  public static final String BEFORE = "Only what comes before this cursor of the same list.";
  public static final String TOTAL_COUNT =
      "How many the whole list has, whatever the page. Counted only when asked for.";
  public static final String EDGES = "The page's items, each with its cursor.";
  public static final String NODES =
      "The page's items, for those who need no cursors between them.";
  public static final String CURSOR =
      "The item's place in this list; opaque. It stays good when others come or go.";

  public static final String FILTER = "Only such ones; null for all.";
  public static final String ORDER_BY = "In this order; null for the one that the field describes.";

  private PagingArguments() {}
}
