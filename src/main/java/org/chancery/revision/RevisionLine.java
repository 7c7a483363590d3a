package org.chancery.revision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What the log has of a line that a revision changed.
 *
 * @param digest as it was signed
 */
record RevisionLine(int revision, UUID id, ThingKind kind, String salt, String digest) {

  private static final String SELECT =
      "select revision_number, line_id, line_kind, salt, digest from revision_line where ";

  /** Those of a revision, by their ids. */
  static List<RevisionLine> of(Connection connection, int revision) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(SELECT + "revision_number = ? order by line_id")) {
      query.setInt(1, revision);
      return read(query);
    }
  }

  /** Those of some lines in all revisions before one. */
  static List<RevisionLine> before(Connection connection, int revision, Collection<UUID> lines)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(SELECT + "line_id = any(?) and revision_number < ?")) {
      query.setArray(1, connection.createArrayOf("uuid", lines.toArray()));
      query.setInt(2, revision);
      return read(query);
    }
  }

  private static List<RevisionLine> read(PreparedStatement query) throws SQLException {
    List<RevisionLine> lines = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        lines.add(
            new RevisionLine(
                rows.getInt(1),
                rows.getObject(2, UUID.class),
                ThingKind.valueOf(rows.getString(3)),
                rows.getString(4),
                rows.getString(5)));
      }
    }
    return lines;
  }

  RevisionLine salted(String other) {
    return new RevisionLine(revision, id, kind, other, digest);
  }
}
