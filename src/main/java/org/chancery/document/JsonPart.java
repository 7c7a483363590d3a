package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.record.Names;
import org.chancery.record.OtherName;
import org.chancery.record.RecordDate;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a line, which has the form that the schema gives it. Where a value breaks a
 * rule, a fault is added and something is given in its place: after a fault nothing is written.
 */
record JsonPart(JsonNode node, int line, String path, Faults faults) {

  private static final LocalDate ANY_DAY = LocalDate.EPOCH;

  String text(String name) {
    return node.path(name).asText();
  }

  @Nullable String optionalText(String name) {
    return node.hasNonNull(name) ? text(name) : null;
  }

  int number(String name) {
    return node.path(name).asInt();
  }

  UUID id() {
    return UUID.fromString(text("id"));
  }

  String key() {
    return text("key");
  }

  Names names() {
    return Names.of(
        text("name"),
        parts("otherNames").stream()
            .map(other -> new OtherName(other.text("name"), other.optionalText("language")))
            .toList());
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    return Enum.valueOf(type, text(name));
  }

  <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
    return has(name) ? choice(name, type) : null;
  }

  RecordDate date(String name) {
    try {
      return RecordDate.parse(text(name));
    } catch (IllegalArgumentException notADate) {
      fault(name, notADate.getMessage());
      return RecordDate.parse("1970");
    }
  }

  @Nullable LocalDate optionalDay(String name) {
    if (!has(name)) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text(name));
      if (day.getYear() >= 1) {
        return day;
      }
    } catch (DateTimeParseException notADay) {
      // Said below.
    }
    fault(name, "\"" + text(name) + "\" is not a day of the calendar.");
    return ANY_DAY;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Nullable String optionalAddress(String name) {
    if (!has(name)) {
      return null;
    }
    checkAddress(name, text(name));
    return text(name);
  }

  List<String> addresses(String name) {
    List<String> addresses = texts(name);
    for (int i = 0; i < addresses.size(); i++) {
      checkAddress(name + "/" + i, addresses.get(i));
    }
    return addresses;
  }

  private void checkAddress(String name, String address) {
    try {
      if (new URI(address).getHost() != null) {
        return;
      }
    } catch (URISyntaxException notAnAddress) {
      // Said below.
    }
    fault(name, "\"" + address + "\" is not an address of the web (RFC 3986).");
  }

  JsonPart part(String name) {
    return new JsonPart(node.path(name), line, path + "/" + name, faults);
  }

  List<JsonPart> parts(String name) {
    List<JsonPart> parts = new ArrayList<>();
    JsonNode array = node.path(name);
    for (int i = 0; i < array.size(); i++) {
      parts.add(new JsonPart(array.get(i), line, path + "/" + name + "/" + i, faults));
    }
    return parts;
  }

  /** Adds a fault at one of the object's members. */
  void fault(String name, @Nullable String reason) {
    fault(name, FaultKind.INVALID, reason);
  }

  void fault(String name, FaultKind kind, @Nullable String reason) {
    faults.add(line, path + "/" + name, kind, String.valueOf(reason));
  }
}
