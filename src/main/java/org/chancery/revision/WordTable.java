package org.chancery.revision;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.search.Words;
import org.jspecify.annotations.Nullable;

/** The columns of a table that hold words that somebody wrote, as they can be erased. */
enum WordTable {
  PARTY(
      searched("name", Form.VALUE),
      searched("other_names", Form.NAMES),
      other("same_as", Form.ADDRESSES)),
  TOPIC(
      searched("name", Form.VALUE),
      searched("other_names", Form.NAMES),
      other("same_as", Form.ADDRESSES)),
  PARTICIPANT(
      searched("sort_name", Form.VALUE),
      searched("name", Form.VALUE),
      searched("other_names", Form.NAMES),
      other("same_as", Form.ADDRESSES)),
  EVENT(
      searched("title", Form.VALUE),
      searched("place", Form.VALUE),
      other("same_as", Form.ADDRESSES)),
  MEETING(
      searched("title", Form.VALUE),
      searched("place", Form.VALUE),
      other("same_as", Form.ADDRESSES)),
  PARTICIPATION(searched("offices", Form.VALUES), other("joined_from", Form.VALUE)),
  ACCOUNT(
      searched("title", Form.VALUE),
      searched("text", Form.TEXT),
      other("publisher", Form.VALUE),
      other("dateline", Form.VALUE),
      other("licence", Form.VALUE),
      other("url", Form.ADDRESS),
      other("same_as", Form.ADDRESSES)),
  STATEMENT(
      searched("text", Form.TEXT),
      other("source", Form.VALUE),
      other("cue", Form.VALUE),
      other("same_as", Form.ADDRESSES));

  /** How words stand in a column. */
  private enum Form {
    /** Offsets count its characters. */
    TEXT,
    VALUE,
    VALUES,
    /** Beside a column with their languages. */
    NAMES,
    /** Is no address any more without a part of it: it goes as a whole. */
    ADDRESS,
    ADDRESSES;

    boolean isArray() {
      return this == VALUES || this == NAMES || this == ADDRESSES;
    }
  }

  private record Column(String name, Form form, boolean isSearched) {}

  private static final String LANGUAGES = "other_name_languages";

  /** Those that are searched in the order in which their words are kept. */
  @SuppressWarnings("ImmutableEnumChecker") // it is List.of
  private final List<Column> columns;

  WordTable(Column... columns) {
    this.columns = List.of(columns);
  }

  private static Column searched(String name, Form form) {
    return new Column(name, form, true);
  }

  private static Column other(String name, Form form) {
    return new Column(name, form, false);
  }

  static WordTable of(ThingKind kind) {
    return valueOf(kind.name());
  }

  String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean hasNames() {
    return columns.stream().anyMatch(column -> column.form() == Form.NAMES);
  }

  /** The names of the columns that are read and written, each once. */
  private List<String> names() {
    Stream<String> names = columns.stream().map(Column::name);
    return (hasNames() ? Stream.concat(names, Stream.of(LANGUAGES)) : names).toList();
  }

  String selected() {
    return String.join(", ", names());
  }

  /** SQL that sets them, and the words that searches find. */
  String assigned() {
    return Stream.concat(names().stream(), Stream.of("search_words"))
        .map(name -> name + " = ?")
        .collect(Collectors.joining(", "));
  }

  /** The words of a row, each in its column. */
  final class Row {

    /** Of each column a text, a list of texts, or null. */
    private final List<@Nullable Object> values = new ArrayList<>();

    private List<String> languages = List.of();

    /** The row at which a result is, with what {@link #selected} names in its first columns. */
    Row(ResultSet row) throws SQLException {
      for (Column column : columns) {
        values.add(
            column.form().isArray()
                ? texts(row.getArray(column.name()))
                : row.getString(column.name()));
      }
      if (hasNames()) {
        languages = texts(row.getArray(LANGUAGES));
      }
    }

    private static List<String> texts(Array array) throws SQLException {
      return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    /**
     * Erases words.
     *
     * @return whether there were any
     */
    boolean erase(Blackout blackout) {
      List<@Nullable Object> before = new ArrayList<>(values);
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        values.set(
            i,
            switch (columns.get(i).form()) {
              case TEXT -> blackout.text((String) value);
              case VALUE -> blackout.value((String) value);
              case ADDRESS -> blackout.touches((String) value) ? null : value;
              case ADDRESSES ->
                  list(value).stream().filter(address -> !blackout.touches(address)).toList();
              case VALUES -> left(list(value), blackout).stream().distinct().toList();
              case NAMES -> leftOfNames(list(value), blackout);
            });
      }
      return !before.equals(values);
    }

    /**
     * Erases words of the text whose characters are counted, and of nothing else.
     *
     * @param blackout for a text
     * @return whether there were any
     */
    boolean eraseText(Function<String, Blackout> blackout) {
      List<@Nullable Object> before = new ArrayList<>(values);
      for (int i = 0; i < values.size(); i++) {
        if (columns.get(i).form() == Form.TEXT && values.get(i) instanceof String text) {
          values.set(i, blackout.apply(text).text(text));
        }
      }
      return !before.equals(values);
    }

    /** What is left of names, each once in a language; their languages go with them. */
    private List<String> leftOfNames(List<String> names, Blackout blackout) {
      Set<List<String>> left = new LinkedHashSet<>();
      for (int at = 0; at < names.size(); at++) {
        if (!blackout.isWhole(names.get(at))) {
          left.add(
              List.of(Objects.requireNonNull(blackout.value(names.get(at))), languages.get(at)));
        }
      }
      languages = left.stream().map(name -> name.get(1)).toList();
      return left.stream().map(name -> name.get(0)).toList();
    }

    @SuppressWarnings("unchecked") // as it was read
    private static List<String> list(@Nullable Object value) {
      return (List<String>) Objects.requireNonNull(value);
    }

    private static List<String> left(List<String> texts, Blackout blackout) {
      return texts.stream()
          .filter(text -> !blackout.isWhole(text))
          .map(text -> Objects.requireNonNull(blackout.value(text)))
          .toList();
    }

    /** The words that searches find. */
    String searchWords() {
      List<@Nullable String> texts = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).isSearched()) {
          if (values.get(i) instanceof List<?> list) {
            list.forEach(text -> texts.add(String.valueOf(text)));
          } else {
            texts.add((String) values.get(i));
          }
        }
      }
      return Words.of(texts);
    }

    /**
     * Sets what {@link #assigned} has places for.
     *
     * @return the index of the parameter behind them
     */
    int set(Connection connection, PreparedStatement update) throws SQLException {
      int at = 1;
      for (Object value : values) {
        set(connection, update, at++, value);
      }
      if (hasNames()) {
        set(connection, update, at++, languages);
      }
      update.setString(at++, searchWords());
      return at;
    }

    private static void set(
        Connection connection, PreparedStatement update, int at, @Nullable Object value)
        throws SQLException {
      if (value instanceof List<?> list) {
        update.setArray(at, connection.createArrayOf("varchar", list.toArray()));
      } else {
        update.setString(at, (String) value);
      }
    }
  }
}
