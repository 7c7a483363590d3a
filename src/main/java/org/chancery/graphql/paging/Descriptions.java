package org.chancery.graphql.paging;

/** What the schema says of more than one list in the same words. */
public final class Descriptions {

  public static final String EDGES = "The page's items, each with its cursor.";
  public static final String NODE = "The item.";
  public static final String CURSOR =
      "The item's place in this list; opaque. It stays good when others come or go.";

  public static final String FILTER = "Only such ones; null for all.";
  public static final String ORDER_BY = "In this order; null for the one that the field describes.";
  public static final String FIRST_OF_LIST = "How many: 1 to 100. 20 where it is not given.";

  private Descriptions() {}
}
