package org.chancery.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.chancery.record.SpreadsheetCell;
import org.jspecify.annotations.Nullable;

/**
 * Lists as files: what the page of a list shows, and what comes after it, of one revision. A file
 * has its end where it is long enough, and says where it goes on.
 */
@ApplicationScoped
class Downloads {

  private static final int ENOUGH_ROWS = 1000;
  private static final int ENOUGH_CHARACTERS = 1024 * 1024;

  /** So that the last request for a file has its time too. */
  private static final Duration ENOUGH_TIME = Duration.ofSeconds(1);

  private final Pages pages;

  Downloads(Pages pages) {
    this.pages = pages;
  }

  /** Sends a list in the format that is asked for. */
  void send(PageRequest asked, Map<String, @Nullable Object> variables) {
    if (asked.format() == Format.GRAPHQL) {
      pages.sendQuery(asked, variables);
      return;
    }
    List<String> columns =
        asked.format() == Format.CSV ? pages.queryOf(asked).columns() : List.of();
    StringBuilder file = new StringBuilder();
    if (asked.format() == Format.CSV) {
      line(file, columns);
    }
    add(asked, asked, variables, new File(columns, file, 0, System.nanoTime()));
  }

  /**
   * A file that is being written.
   *
   * @param columns of CSV; none where it is not that
   * @param rows how many it has
   * @param begun when, as {@link System#nanoTime()} has it
   */
  private record File(List<String> columns, StringBuilder text, int rows, long begun) {

    boolean isLongEnough() {
      return rows >= ENOUGH_ROWS
          || text.length() >= ENOUGH_CHARACTERS
          || System.nanoTime() - begun >= ENOUGH_TIME.toNanos();
    }

    File with(List<Map<String, @Nullable Object>> more) {
      for (Map<String, @Nullable Object> row : more) {
        if (columns.isEmpty()) {
          text.append(Json.encode(row)).append('\n');
        } else {
          line(text, columns.stream().map(column -> cell(row, column)).toList());
        }
      }
      return new File(columns, text, rows + more.size(), begun);
    }
  }

  /**
   * Adds a page of a list, and then the next.
   *
   * @param page the same of the revision that the first page was of
   */
  private void add(
      PageRequest asked, PageRequest page, Map<String, @Nullable Object> variables, File file) {
    pages.ask(
        page,
        variables,
        (view, data) -> {
          Map<String, @Nullable Object> list = Pages.members(data.get("list"));
          File longer =
              file.with(
                  ((List<?>) Objects.requireNonNull(list.get("nodes")))
                      .stream().map(Pages::members).toList());
          Map<String, @Nullable Object> info = Pages.members(list.get("pageInfo"));
          String cursor =
              Boolean.TRUE.equals(info.get("hasNextPage"))
                  ? String.valueOf(info.get("endCursor"))
                  : null;
          if (cursor != null && !longer.isLongEnough()) {
            variables.put(ReadingRoom.AFTER, cursor);
            add(asked, page.asOf(data), variables, longer);
          } else {
            pages.download(asked, asked.path());
            if (cursor != null) {
              asked
                  .context()
                  .response()
                  .putHeader(
                      "Link",
                      "<%s>; rel=\"next\""
                          .formatted(
                              pages
                                  .viewOf(page.asOf(data))
                                  .fileAfter(asked.format().suffix(), cursor)));
            }
            pages.send(asked, Buffer.buffer(longer.text().toString()));
          }
        });
  }

  private static void line(StringBuilder text, List<String> cells) {
    try {
      CSVFormat.RFC4180.printRecord(text, cells.toArray());
    } catch (IOException impossible) { // a StringBuilder takes everything
      throw new UncheckedIOException(impossible);
    }
  }

  /** What a thing has at the end of a path; of several things, one after the other. */
  private static String cell(Map<String, @Nullable Object> row, String column) {
    List<String> values = new ArrayList<>();
    collect(row, List.of(column.split("\\.", -1)), values);
    String cell = values.stream().map(SpreadsheetCell::of).collect(Collectors.joining("; "));
    return values.stream().allMatch(String::isEmpty) ? "" : cell;
  }

  private static void collect(@Nullable Object from, List<String> path, List<String> values) {
    if (from instanceof List<?> several) {
      several.forEach(one -> collect(one, path, values));
    } else if (from instanceof Map<?, ?> thing && !path.isEmpty()) {
      collect(thing.get(path.get(0)), path.subList(1, path.size()), values);
    } else {
      // What one of several does not have keeps its place: languages stand beside names.
      values.add(from == null ? "" : String.valueOf(from));
    }
  }
}
