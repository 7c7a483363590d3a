package org.chancery.address;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chancery.graphql.http.AsOfParameter;
import org.jspecify.annotations.Nullable;

/**
 * Entities as JSON-LD, in the terms of schema.org, of PROV for who a statement is attributed to,
 * and of W3C Web Annotation for where it stands. What the record does not say is left out.
 */
public final class JsonLd {

  private static final Map<String, Object> CONTEXT =
      new TreeMap<>(
          Map.of(
              "@vocab", "https://schema.org/",
              "prov", "http://www.w3.org/ns/prov#",
              "oa", "http://www.w3.org/ns/oa#",
              "dcterms", "http://purl.org/dc/terms/",
              "hydra", "http://www.w3.org/ns/hydra/core#",
              "edtf", "http://id.loc.gov/datatypes/edtf/"));

  /** A day, or an interval of days that may be open. */
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d|\\.\\.)?(/(\\d{4}-\\d\\d-\\d\\d|\\.\\.)?)?");

  /** schema.org has no word for a meeting that was held, nor for one by letter. */
  private static final Map<String, String> EVENT_STATUS =
      Map.of(
          "SCHEDULED", "EventScheduled",
          "POSTPONED", "EventPostponed",
          "CANCELLED", "EventCancelled");

  private static final Map<String, String> ATTENDANCE_MODE =
      Map.of(
          "IN_PERSON", "OfflineEventAttendanceMode",
          "VIDEO", "OnlineEventAttendanceMode",
          "PHONE", "OnlineEventAttendanceMode",
          "HYBRID", "MixedEventAttendanceMode");

  private static final Map<String, String> ACCOUNT_TYPE =
      Map.of("OFFICIAL_READOUT", "Report", "PRESS_REPORT", "NewsArticle");

  /** Of an address at which there is JSON-LD, whatever the client prefers. */
  public static final String SUFFIX = ".jsonld";

  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  private JsonLd() {}

  private JsonLd(Object type) {
    members.put("@type", type);
  }

  private static JsonLd document(Object type, Node thing) {
    return new JsonLd()
        .with("@context", CONTEXT)
        .with("@id", thing.get("url"))
        .with("@type", type)
        .with("identifier", thing.get("key"))
        .with("sameAs", links(thing));
  }

  private JsonLd with(String name, @Nullable Object value) {
    if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
      members.put(name, value);
    }
    return this;
  }

  static Map<String, @Nullable Object> meeting(Map<String, @Nullable Object> members) {
    Node meeting = new Node(members);
    return document("Event", meeting)
        .with("name", meeting.get("title"))
        .dates(meeting.node("date"))
        .with("eventStatus", schemaOrg(EVENT_STATUS.get(meeting.text("status"))))
        .with("eventAttendanceMode", schemaOrg(ATTENDANCE_MODE.get(meeting.text("format"))))
        .with("location", place(meeting))
        .with("superEvent", named("Event", meeting.node("event"), "title"))
        .with("about", topics(meeting))
        .with(
            "attendee",
            meeting.nodes("participations").stream()
                .filter(one -> !"ABSENT".equals(one.get("attendance")))
                .map(JsonLd::attendee)
                .toList())
        .with("subjectOf", meeting.nodes("accounts").stream().map(JsonLd::accountNamed).toList())
        .members;
  }

  static Map<String, @Nullable Object> event(Map<String, @Nullable Object> members) {
    Node event = new Node(members);
    return document("Event", event)
        .with("name", event.get("title"))
        .dates(event.node("date"))
        .with("location", place(event))
        .with("organizer", partyNamed(event.node("host")))
        .with("about", topics(event))
        .with("subEvent", each(event.node("meetings"), one -> named("Event", one, "title")))
        .next(event, event.node("meetings"))
        .members;
  }

  static Map<String, @Nullable Object> party(Map<String, @Nullable Object> members) {
    Node party = new Node(members);
    return document(partyType(party), party)
        .with("name", party.get("name"))
        .with("alternateName", otherNames(party))
        .with("dcterms:identifier", party.get("country"))
        .members;
  }

  static Map<String, @Nullable Object> topic(Map<String, @Nullable Object> members) {
    Node topic = new Node(members);
    return document("DefinedTerm", topic)
        .with("name", topic.get("name"))
        .with("alternateName", otherNames(topic))
        .members;
  }

  static Map<String, @Nullable Object> participant(Map<String, @Nullable Object> members) {
    Node participant = new Node(members);
    List<Object> others = new ArrayList<>(otherNames(participant));
    Object sortName = participant.get("sortName");
    if (sortName != null) {
      others.add(0, sortName);
    }
    return document("Person", participant)
        .with("name", participant.get("name"))
        .with("alternateName", others)
        .with("affiliation", partyNamed(participant.node("party")))
        .members;
  }

  static Map<String, @Nullable Object> account(Map<String, @Nullable Object> members) {
    Node account = new Node(members);
    return document(accountType(account), account)
        .with("name", account.get("title"))
        .with("publisher", publisher(account))
        .with("prov:wasAttributedTo", publisher(account))
        .with("inLanguage", account.get("language"))
        .with("datePublished", account.get("publishedOn"))
        .with("license", account.get("licence"))
        .with("locationCreated", named("Place", account.get("dateline")))
        .with("mainEntityOfPage", reference(account.get("sourceUrl")))
        .with("about", named("Event", account.node("meeting"), "title"))
        .with("hasPart", each(account.node("statements"), one -> reference(one.get("url"))))
        .next(account, account.node("statements"))
        .members;
  }

  static Map<String, @Nullable Object> statement(Map<String, @Nullable Object> members) {
    Node statement = new Node(members);
    JsonLd document =
        document(List.of("CreativeWork", "prov:Entity"), statement)
            .with("text", statement.get("text"))
            .with("creditText", statement.get("source"))
            .with(
                "hasPart",
                statement.nodes("quotations").stream()
                    .map(one -> new JsonLd("Quotation").with("text", one.get("words")).members)
                    .toList())
            .with("about", topics(statement))
            .with("recordedAt", named("Event", statement.node("meeting"), "title"))
            .with("isPartOf", accountNamed(statement.node("account")))
            .with("oa:hasTarget", target(statement));
    List<Node> chain = statement.nodes("attribution");
    return document
        .with("prov:wasAttributedTo", speakers(chain.get(chain.size() - 1)))
        .with("prov:wasDerivedFrom", derivation(statement.node("account"), chain, chain.size() - 2))
        .members;
  }

  /**
   * What a statement is known through: the statement that reports it, and what that is known
   * through; in the end the account, for which its publisher answers.
   */
  private static @Nullable Object derivation(@Nullable Node account, List<Node> chain, int link) {
    Node statement = link < 1 ? null : chain.get(link).node("statement");
    if (statement == null) {
      return accountNamed(account);
    }
    return new JsonLd(List.of("CreativeWork", "prov:Entity"))
        .with("@id", statement.get("url"))
        .with("text", statement.get("text"))
        .with("prov:wasAttributedTo", speakers(chain.get(link)))
        .with("prov:wasDerivedFrom", derivation(account, chain, link - 1))
        .members;
  }

  /** Where a list goes on that is longer than one answer. */
  private JsonLd next(Node thing, @Nullable Node list) {
    Node page = list == null ? null : list.node("pageInfo");
    return page == null || !Boolean.TRUE.equals(page.get("hasNextPage"))
        ? this
        : with(
            "hydra:next",
            reference(
                thing.text("url")
                    + "?after="
                    + URLEncoder.encode(page.text("endCursor"), StandardCharsets.UTF_8)
                    + (thing.get(AsOfParameter.NAME) == null
                        ? ""
                        : "&asOf="
                            + URLEncoder.encode(
                                thing.text(AsOfParameter.NAME), StandardCharsets.UTF_8))));
  }

  /** Days and times are dates to schema.org; what is less exact is told in EDTF alone. */
  private JsonLd dates(@Nullable Node date) {
    if (date == null) {
      return this;
    }
    String edtf = date.text("edtf");
    if (date.get("at") != null) {
      with("startDate", edtf);
    } else if (DAYS.matcher(edtf).matches()) {
      with("startDate", date.get("earliest")).with("endDate", date.get("latest"));
    }
    return with("dcterms:date", new JsonLd("edtf:EDTF").with("@value", edtf).members);
  }

  private static @Nullable Object schemaOrg(@Nullable String word) {
    return word == null ? null : Map.of("@id", "https://schema.org/" + word);
  }

  private static @Nullable Object place(Node thing) {
    return named("Place", thing.get("place"));
  }

  private static List<?> topics(Node thing) {
    return thing.nodes("topics").stream()
        .map(topic -> named("DefinedTerm", topic, "name"))
        .toList();
  }

  /** Somebody in the offices that they held then; what they did there stands between, as a role. */
  private static Object attendee(Node participation) {
    Node participant = participation.node("participant");
    JsonLd person =
        new JsonLd("Person")
            .with("@id", participant == null ? null : participant.get("url"))
            .with("name", participant == null ? null : participant.get("name"))
            .with("jobTitle", participation.get("offices"))
            .with("affiliation", partyNamed(participation.node("party")));
    if (participation.get("role") == null) {
      return person.members;
    }
    String role = participation.text("role").toLowerCase(Locale.ROOT).replace('_', ' ');
    return new JsonLd("Role").with("roleName", role).with("attendee", person.members).members;
  }

  private static String partyType(Node party) {
    return "STATE".equals(party.get("kind")) ? "Country" : "Organization";
  }

  private static @Nullable Object partyNamed(@Nullable Node party) {
    return party == null ? null : named(partyType(party), party, "name");
  }

  /** Those who make the statement of a link: one, or a list. */
  private static @Nullable Object speakers(Node link) {
    List<Object> speakers =
        link.nodes("speakers").stream().map(JsonLd::speaker).filter(Objects::nonNull).toList();
    return speakers.size() == 1 ? speakers.get(0) : speakers;
  }

  private static @Nullable Object speaker(Node speaker) {
    if (!"Participant".equals(speaker.get("__typename"))) {
      return partyNamed(speaker);
    }
    return new JsonLd(List.of("Person", "prov:Person"))
        .with("@id", speaker.get("url"))
        .with("name", speaker.get("name"))
        .members;
  }

  private static List<Object> otherNames(Node thing) {
    return thing.nodes("otherNames").stream()
        .<Object>map(
            other ->
                other.get("language") == null
                    ? other.text("name")
                    : new JsonLd()
                        .with("@value", other.get("name"))
                        .with("@language", other.get("language"))
                        .members)
        .toList();
  }

  private static List<Object> links(Node thing) {
    return thing.get("sameAs") instanceof List<?> addresses
        ? addresses.stream().<Object>map(address -> Map.of("@id", address)).toList()
        : List.of();
  }

  private static String accountType(Node account) {
    return ACCOUNT_TYPE.getOrDefault(account.text("kind"), "CreativeWork");
  }

  private static @Nullable Object accountNamed(@Nullable Node account) {
    return account == null
        ? null
        : new JsonLd(List.of(accountType(account), "prov:Entity"))
            .with("@id", account.get("url"))
            .with("name", account.get("title"))
            .with("inLanguage", account.get("language"))
            .with("publisher", publisher(account))
            .with("prov:wasAttributedTo", publisher(account))
            .members;
  }

  private static @Nullable Object publisher(Node account) {
    // An authority, a newspaper or a person: the record does not say which.
    return named("prov:Agent", account.get("publisher"));
  }

  private static @Nullable Object target(Node statement) {
    Node anchor = statement.node("anchor");
    Node account = statement.node("account");
    if (anchor == null || account == null) {
      return null;
    }
    return new JsonLd("oa:SpecificResource")
        .with("oa:hasSource", reference(account.get("url")))
        .with(
            "oa:hasSelector",
            List.of(
                new JsonLd("oa:TextQuoteSelector")
                    .with("oa:exact", anchor.get("exact"))
                    .with("oa:prefix", anchor.get("prefix"))
                    .with("oa:suffix", anchor.get("suffix"))
                    .members,
                new JsonLd("oa:TextPositionSelector")
                    .with("oa:start", anchor.get("start"))
                    .with("oa:end", anchor.get("end"))
                    .members))
        .members;
  }

  private static @Nullable Object reference(@Nullable Object url) {
    return url == null ? null : Map.of("@id", url);
  }

  private static @Nullable Object named(String type, @Nullable Object name) {
    return name == null ? null : new JsonLd(type).with("name", name).members;
  }

  private static @Nullable Object named(String type, @Nullable Node thing, String name) {
    return thing == null
        ? null
        : new JsonLd(type).with("@id", thing.get("url")).with("name", thing.get(name)).members;
  }

  private static List<?> each(@Nullable Node connection, Function<Node, @Nullable Object> told) {
    List<Object> all = new ArrayList<>();
    if (connection != null) {
      for (Node one : connection.nodes("nodes")) {
        Object member = told.apply(one);
        if (member != null) {
          all.add(member);
        }
      }
    }
    return all;
  }

  /** An object of an answer. */
  private record Node(Map<?, ?> members) {

    @Nullable Object get(String name) {
      return members.get(name);
    }

    String text(String name) {
      return String.valueOf(members.get(name));
    }

    @Nullable Node node(String name) {
      return members.get(name) instanceof Map<?, ?> inner ? new Node(inner) : null;
    }

    List<Node> nodes(String name) {
      List<Node> nodes = new ArrayList<>();
      if (members.get(name) instanceof List<?> items) {
        for (Object item : items) {
          nodes.add(new Node((Map<?, ?>) item));
        }
      }
      return nodes;
    }
  }
}
