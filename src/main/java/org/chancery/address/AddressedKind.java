package org.chancery.address;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types with an address: the start of its path, and what is found there. */
enum AddressedKind {
  MEETING(
      "meetings",
      "meeting",
      """
      title url place status format date { edtf earliest latest } topics { name } event { url title }
      participations { offices attendance participant { url name } party { name kind } }
      accounts { url kind title publisher }
      """),
  EVENT(
      "events",
      "event",
      """
      title url place date { edtf earliest latest } topics { name } host { name kind }
      meetings(first: 100) { nodes { url title } }
      """),
  PARTICIPANT("participants", "participant", "name sortName url sameAs party { name kind }"),
  ACCOUNT(
      "accounts",
      "account",
      """
      url kind title publisher sourceUrl language publishedOn licence dateline meeting { url title }
      statements(first: 100) { nodes { url } }
      """),
  STATEMENT(
      "statements",
      "statement",
      """
      url text cue mode quotations { words } topics { name } meeting { url title }
      account { url kind title publisher language }
      anchor { exact prefix suffix start end }
      attribution { statement { url text speaker { __typename name ... on Participant { url } ... on Party { kind } } } }
      """);

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

  /** The query for the thing whose key is the variable {@code key}. */
  String query() {
    return "query($key: String!) { " + field + "(key: $key) { key " + selection + " } }";
  }

  /** A query of the thing for people to go on from. */
  String example(String key) {
    return "{\n  "
        + field
        + "(key: \""
        + key
        + "\") {\n    "
        + selection.strip().replace("\n", "\n    ")
        + "\n  }\n}";
  }

  /** What {@link #query} answers, as JSON-LD. */
  Map<String, @Nullable Object> jsonLd(Map<String, @Nullable Object> thing) {
    return switch (this) {
      case MEETING -> JsonLd.meeting(thing);
      case EVENT -> JsonLd.event(thing);
      case PARTICIPANT -> JsonLd.participant(thing);
      case ACCOUNT -> JsonLd.account(thing);
      case STATEMENT -> JsonLd.statement(thing);
    };
  }
}
