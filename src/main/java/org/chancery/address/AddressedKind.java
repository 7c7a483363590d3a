package org.chancery.address;

import graphql.language.AstPrinter;
import graphql.parser.Parser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types with an address: the start of its path, and what is found there. */
enum AddressedKind {
  MEETING(
      "meetings",
      "meeting",
      """
      title url sameAs place status format date { edtf earliest latest at } topics { url name } event { url title }
      participations { offices role attendance participant { url name } party { url name kind } }
      accounts { url kind title publisher }
      """),
  EVENT(
      "events",
      "event",
      """
      title url sameAs place date { edtf earliest latest at } topics { url name } host { url name kind }
      meetings(first: 100, after: $after) { nodes { url title } pageInfo { hasNextPage endCursor } }
      """),
  PARTY("parties", "party", "name otherNames { name language } url sameAs kind country"),
  TOPIC("topics", "topic", "name otherNames { name language } url sameAs"),
  PARTICIPANT(
      "participants",
      "participant",
      "name otherNames { name language } sortName url sameAs party { url name kind }"),
  ACCOUNT(
      "accounts",
      "account",
      """
      url sameAs kind title publisher sourceUrl language publishedOn licence dateline meeting { url title }
      statements(first: 100, after: $after) { nodes { url } pageInfo { hasNextPage endCursor } }
      """),
  STATEMENT(
      "statements",
      "statement",
      """
      url sameAs text source quotations { words } topics { url name } meeting { url title }
      account { url kind title publisher language }
      anchor { exact prefix suffix start end }
      attribution { ... on StatementAttribution {
        statement { url text } speakers { __typename name ... on Participant { url } ... on Party { url kind } } } }
      """);

  private static final String AFTER = ", after: $after";

  private final String path;
  private final String field;
  private final String selection;

  AddressedKind(String path, String field, String selection) {
    this.path = path;
    this.field = field;
    this.selection = selection;
  }

  String path() {
    return path;
  }

  /** The query's field, with the thing's key as its argument. */
  String field() {
    return field;
  }

  /**
   * The query for the thing whose key is the variable {@code key}; where it has a long list, what
   * follows the cursor {@code after} there.
   */
  String query() {
    return "query($key: String!" + afterVariable() + ") { " + thing() + " }";
  }

  /**
   * The same as of the revision {@code revision} or the moment {@code at}, of which one is null.
   */
  String queryOfThePast() {
    return "query($key: String!, $revision: Int, $at: DateTime"
        + afterVariable()
        + ") { asOf(revision: $revision, at: $at) { "
        + thing()
        + " revisions(last: 1) { nodes { number at } } } }";
  }

  /**
   * The query for where the thing was at the moment {@code at}: as of what, and where it had been
   * withdrawn by then; and for when it was first recorded, and withdrawn since.
   */
  String queryOfMemento() {
    return "query($key: String!, $at: DateTime) { "
        + first()
        + withdrawal()
        + " asOf(at: $at) { "
        + field
        + "(key: $key) { key } revisions(last: 1) { nodes { number } } "
        + withdrawal()
        + " } }";
  }

  /** The query for when a thing was first recorded that the record had as of {@code revision}. */
  String queryOfTheFirst() {
    return "query($key: String!, $revision: Int) { asOf(revision: $revision) { " + first() + " } }";
  }

  private String first() {
    return field + "(key: $key) { key history(first: 1) { nodes { revision { number } } } } ";
  }

  private String withdrawal() {
    return "withdrawal(kind: " + name() + ", key: $key) { revision { number at reason } }";
  }

  /**
   * The query for the revisions in which the thing itself changed, after the cursor {@code after}.
   */
  String queryOfTimeMap() {
    return "query($key: String!, $after: String) { " + timeMap() + " }";
  }

  /** The same of a thing that the record had as of {@code revision}. */
  String queryOfTimeMapOfThePast() {
    return "query($key: String!, $after: String, $revision: Int) { asOf(revision: $revision) { "
        + timeMap()
        + " } }";
  }

  private String timeMap() {
    return field
        + "(key: $key) { key history(first: 100, after: $after) { nodes { kind revision { number at } }"
        + " pageInfo { hasNextPage endCursor } } }";
  }

  /** The query for what took the thing with this key out of the record. */
  String queryOfWithdrawal() {
    return "query($key: String!) { " + withdrawal() + " }";
  }

  private String afterVariable() {
    return hasPages() ? ", $after: String" : "";
  }

  private String thing() {
    return field + "(key: $key) { key " + selection + " }";
  }

  /** Whether a list of it can be longer than one answer. */
  boolean hasPages() {
    return selection.contains(AFTER);
  }

  /** A query of the thing for people to go on from. */
  String example(String key) {
    String query =
        "query Example { %s(key: \"%s\") { %s } }"
            .formatted(field, key, selection.replace(AFTER, ""));
    return AstPrinter.printAst(Parser.parse(query));
  }

  /** What {@link #query} answers, as JSON-LD. */
  Map<String, @Nullable Object> jsonLd(Map<String, @Nullable Object> thing) {
    return switch (this) {
      case MEETING -> JsonLd.meeting(thing);
      case EVENT -> JsonLd.event(thing);
      case PARTY -> JsonLd.party(thing);
      case TOPIC -> JsonLd.topic(thing);
      case PARTICIPANT -> JsonLd.participant(thing);
      case ACCOUNT -> JsonLd.account(thing);
      case STATEMENT -> JsonLd.statement(thing);
    };
  }
}
