package org.chancery.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.GraphqlClient;
import org.chancery.event.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A day is the same day in every time zone, also before there were time zones, and when the
 * calendar changed. Java's older dates know two calendars and the local time of each place.
 */
abstract class CalendarDays {

  private static final List<String> ZONES =
      List.of(
          "UTC", "America/New_York", "Asia/Shanghai", "Pacific/Kiritimati", "America/Los_Angeles");

  /** The first of each year, and each of the year in which ten were left out. */
  private static final List<LocalDate> DAYS =
      Stream.concat(
              IntStream.rangeClosed(1, 2100).mapToObj(year -> LocalDate.of(year, 1, 1)),
              LocalDate.of(1582, 1, 2).datesUntil(LocalDate.of(1583, 1, 1)))
          .toList();

  @Inject EntityManager entities;

  @AfterEach
  void removeThem() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createQuery("delete from Event e where e.key like 'day-%'")
                    .executeUpdate());
  }

  @Test
  void areReadAsTheyWereWrittenInAnyZone() {
    for (int zone = 0; zone < ZONES.size(); zone++) {
      int writer = zone;
      in(ZONES.get(zone), () -> write(writer));
    }
    for (String zone : ZONES) {
      assertEquals(DAYS, in(zone, this::read), zone);
    }
    for (String day :
        List.of(
            "0001-01-01", "1400-01-01", "1582-10-04", "1582-10-10", "1582-10-15", "1883-01-01")) {
      for (String zone : ZONES) {
        assertEquals(day, in(zone, () -> found(day)), zone);
      }
    }
  }

  private static <T> T in(String zone, Supplier<T> what) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      return what.get();
    } finally {
      TimeZone.setDefault(before);
    }
  }

  /** A fifth of the days is written in each zone. */
  private boolean write(int zone) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (int i = zone; i < DAYS.size(); i += ZONES.size()) {
                String day = DAYS.get(i).toString();
                entities.persist(
                    new Event(
                        Identity.recorded(
                            new UUID(0xda70_0000_7000L, 0x8000_0000_0000_0000L | i),
                            "day-%05d".formatted(i),
                            List.of(),
                            Instant.EPOCH),
                        day,
                        RecordDate.parse(day),
                        null,
                        null));
              }
            });
    return true;
  }

  private List<LocalDate> read() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<LocalDate> days = new ArrayList<>();
              for (Object[] row :
                  entities
                      .createQuery(
                          "select e.date.earliest, e.date.latest, e.title from Event e"
                              + " where e.key like 'day-%' order by e.key",
                          Object[].class)
                      .getResultList()) {
                assertEquals(row[0], row[1]);
                assertEquals(row[0].toString(), row[2]);
                days.add((LocalDate) row[0]);
              }
              return days;
            });
  }

  /** The title of the only event of a day, which says the day. */
  private static String found(String day) {
    JsonNode events =
        GraphqlClient.data(
                "query($day: Date) { events(filter: { date: { from: $day, to: $day } }) { nodes { key title } } }",
                "day",
                day)
            .at("/events/nodes");
    return Stream.iterate(0, i -> i < events.size(), i -> i + 1)
        .map(events::get)
        .filter(event -> event.path("key").asText().startsWith("day-"))
        .map(event -> event.path("title").asText())
        .findAny()
        .orElse("none");
  }
}
