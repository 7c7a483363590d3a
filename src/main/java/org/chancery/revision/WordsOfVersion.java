package org.chancery.revision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.search.Words;
import org.jspecify.annotations.Nullable;

/**
 * Words that a thing was found by for a while.
 *
 * @param until the revision that ended it; null where none did
 */
record WordsOfVersion(List<String> words, int from, @Nullable Integer until) {

  /** Of a row whose last three columns they are, as they are kept. */
  static WordsOfVersion of(ResultSet row) throws SQLException {
    return new WordsOfVersion(
        Words.distinctIn(row.getString(2)), row.getInt(3), row.getObject(4, Integer.class));
  }

  /** Whether at the beginning and the end of each there are the same words in both. */
  static boolean agree(List<WordsOfVersion> some, List<WordsOfVersion> others) {
    return Stream.concat(some.stream(), others.stream())
        .flatMap(
            one ->
                Stream.of(one.from(), Objects.requireNonNullElse(one.until(), Integer.MAX_VALUE)))
        .distinct()
        .allMatch(revision -> at(some, revision).equals(at(others, revision)));
  }

  private static List<String> at(List<WordsOfVersion> all, int revision) {
    return all.stream()
        .filter(one -> one.isAt(revision))
        .flatMap(one -> one.words().stream())
        .sorted()
        .toList();
  }

  private boolean isAt(int revision) {
    return from <= revision && (until == null || until > revision);
  }
}
