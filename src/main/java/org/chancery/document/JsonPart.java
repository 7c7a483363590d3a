package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
      return new RecordDate("1970", ANY_DAY, ANY_DAY, ANY_DAY);
    }
  }

  @Nullable LocalDate optionalDay(String name) {
    if (!has(name)) {
      return null;
    }
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeParseException notADay) {
      fault(name, "\"" + text(name) + "\" is not a day of the calendar.");
      return ANY_DAY;
    }
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
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
    faults.add(line, path + "/" + name, String.valueOf(reason));
  }
}
