package org.chancery.operation;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Event;

/**
 * Ends the start where the PostgreSQL database is in another encoding than UTF-8, before anything
 * is made in it: it would refuse names of people later, one by one, or give back other characters
 * than it was given.
 */
public final class EncodingCheck extends FlywayCallback {

  public EncodingCheck() {
    super(Event.BEFORE_VALIDATE);
  }

  @Override
  void handle(Event step, Connection database) throws SQLException {
    if (!database.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      return;
    }
    try (Statement statement = database.createStatement();
        ResultSet encoding = statement.executeQuery("show server_encoding")) {
      encoding.next();
      refuseUnlessUtf8(encoding.getString(1));
    }
  }

  private static void refuseUnlessUtf8(String encoding) {
    if (!encoding.equals("UTF8")) {
      throw new ConfigurationException(
          "The database is in the encoding %s, which cannot hold the names of all people: create one with \"create database chancery encoding 'UTF8' template template0\"."
              .formatted(encoding));
    }
  }
}
