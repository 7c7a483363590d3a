package org.chancery.pages;

import io.quarkus.qute.TemplateData;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.graphql.http.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * How a page is cited, as of the revision that it shows, so that whoever follows the citation finds
 * what was cited.
 *
 * @param name of the page, without what would be amiss in a file's name
 * @param author who answers for what the page has; null where that is the record alone
 * @param published the day on which that was published; null where it was not, or it is not known
 * @param revision of the record
 * @param recordedAt when the revision was made
 * @param address as of the revision
 * @param language of what the page has, as BCP 47 has it; null where that is not known
 */
@TemplateData
public record Citation(
    String name,
    String title,
    @Nullable String author,
    @Nullable LocalDate published,
    int revision,
    Instant recordedAt,
    String address,
    @Nullable String language) {

  private static final String RECORD = "Chancery, the record of diplomatic meetings";

  /**
   * Of a page; null where the record has no revision yet.
   *
   * @param data what its query was answered with
   */
  static @Nullable Citation of(
      PageView page, String title, Map<String, @Nullable Object> data, String thing) {
    if (!(data.get("revisions") instanceof Map<?, ?> revisions
            && revisions.get("nodes") instanceof List<?> nodes
            && !nodes.isEmpty())
        || !(nodes.get(0) instanceof Map<?, ?> last)) {
      return null;
    }
    Map<?, ?> account =
        data.get(thing) instanceof Map<?, ?> shown
            ? thing.equals("statement") && shown.get("account") instanceof Map<?, ?> its
                ? its
                : thing.equals("account") ? shown : Map.of()
            : Map.of();
    String accounts = page.parameters().get(ReadingRoom.ACCOUNTS);
    int revision = Integer.parseInt(String.valueOf(last.get("number")));
    return new Citation(
        (page.path().isEmpty() ? "chancery" : page.path().replace('/', '-'))
            + (accounts == null ? "" : "-" + Sha256.hexOf(accounts).substring(0, 8))
            + "-r"
            + revision,
        title,
        text(account, "publisher"),
        account.get("publishedOn") == null
            ? null
            : LocalDate.parse(String.valueOf(account.get("publishedOn"))),
        revision,
        Instant.parse(String.valueOf(last.get("at"))),
        page.permanent(revision),
        text(account, "language"));
  }

  private static @Nullable String text(Map<?, ?> thing, String member) {
    return thing.get(member) == null ? null : String.valueOf(thing.get(member));
  }

  /** The day of the revision. */
  private LocalDate recorded() {
    return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
  }

  /**
   * The day that a style asks for: of what somebody answers for, that of its publication; else of
   * the revision. Null where it is not known.
   */
  private @Nullable LocalDate issued() {
    return author == null ? recorded() : published;
  }

  /** As Highwire's tags have days; null where it is not known. */
  public @Nullable String issuedWithSlashes() {
    LocalDate day = issued();
    return day == null ? null : day.toString().replace('-', '/');
  }

  /** In the order and the forms of the style of the American Psychological Association. */
  public String apa() {
    LocalDate issued = issued();
    String day =
        issued == null ? "(n.d.)." : "(" + issued.getYear() + ", " + monthAndDay(issued) + ").";
    String sentence = title.matches("(?s).*[.!?…]\\p{Pf}?") ? title : title + ".";
    return (author == null ? sentence + " " + day : author + ". " + day + " " + sentence)
        + " In "
        + RECORD
        + edition()
        + ".";
  }

  private String edition() {
    return " (revision " + revision + ", " + InWords.day(recorded().toString()) + ")";
  }

  private static String monthAndDay(LocalDate day) {
    String month = day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH);
    return month + " " + day.getDayOfMonth();
  }

  /** As a file of this format. */
  String as(Format format) {
    return switch (format) {
      case BIBTEX -> bibtex();
      case RIS -> ris();
      case CSL -> new JsonArray().add(csl()).encodePrettily() + "\n";
      default -> throw new IllegalArgumentException(format.name());
    };
  }

  private String bibtex() {
    List<String> fields = new ArrayList<>();
    fields.add("title = {{" + tex(title) + "}}");
    if (author != null) {
      fields.add("author = {{" + tex(author) + "}}");
    }
    LocalDate issued = issued();
    if (issued != null) {
      fields.add("year = {" + issued.getYear() + "}");
      fields.add("date = {" + issued + "}");
    }
    fields.add("howpublished = {" + tex(RECORD) + "}");
    fields.add("note = {Revision " + revision + " of " + recorded() + "}");
    fields.add("url = {" + address.replace("%", "\\%").replace("#", "\\#") + "}");
    if (language != null) {
      fields.add("langid = {" + tex(language) + "}");
    }
    return fields.stream()
        .map(field -> ",\n  " + field)
        .collect(Collectors.joining("", "@misc{" + name, "\n}\n"));
  }

  /** With what TeX takes for its own told apart. */
  private static String tex(String text) {
    StringBuilder escaped = new StringBuilder();
    oneLine(text)
        .chars()
        .forEach(
            character -> {
              switch (character) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '{', '}', '$', '&', '#', '_', '%' ->
                    escaped.append('\\').append((char) character);
                default -> escaped.append((char) character);
              }
            });
    return escaped.toString();
  }

  private String ris() {
    StringBuilder lines = new StringBuilder("TY  - ELEC\r\n");
    line(lines, "TI", title);
    line(lines, "AU", author);
    LocalDate issued = issued();
    line(lines, "PY", issued == null ? null : String.valueOf(issued.getYear()));
    line(lines, "DA", issuedWithSlashes());
    line(lines, "T2", RECORD);
    line(lines, "ET", "Revision " + revision + " of " + recorded());
    line(lines, "LA", language);
    line(lines, "UR", address);
    return lines.append("ER  - \r\n").toString();
  }

  private static void line(StringBuilder lines, String tag, @Nullable String value) {
    if (value != null) {
      lines.append(tag).append("  - ").append(oneLine(value)).append("\r\n");
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private JsonObject csl() {
    JsonObject item =
        new JsonObject()
            .put("id", name)
            .put("type", "webpage")
            .put("title", title)
            .put("container-title", RECORD)
            .put("version", "Revision " + revision + " of " + recorded())
            .put("URL", address);
    LocalDate issued = issued();
    if (issued != null) {
      item.put("issued", dateParts(issued));
    }
    if (author != null) {
      item.put("author", new JsonArray().add(new JsonObject().put("literal", author)));
    }
    if (language != null) {
      item.put("language", language);
    }
    return item;
  }

  private static JsonObject dateParts(LocalDate day) {
    return new JsonObject()
        .put(
            "date-parts",
            new JsonArray()
                .add(
                    new JsonArray()
                        .add(day.getYear())
                        .add(day.getMonthValue())
                        .add(day.getDayOfMonth())));
  }
}
