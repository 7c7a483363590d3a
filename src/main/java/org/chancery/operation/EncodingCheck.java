package org.chancery.operation;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Ends the start where the PostgreSQL database is in another encoding than UTF-8, before anything
 * is made in it: it would refuse names of people later, one by one, or give back other characters
 * than it was given.
 */
public final class EncodingCheck implements Callback {

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_VALIDATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      if (!context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
        return;
      }
      try (Statement statement = context.getConnection().createStatement();
          ResultSet encoding = statement.executeQuery("show server_encoding")) {
        encoding.next();
        refuseUnlessUtf8(encoding.getString(1));
      }
    } catch (SQLException failure) {
      throw new FlywayException(failure);
    }
  }

  private static void refuseUnlessUtf8(String encoding) {
    if (!encoding.equals("UTF8")) {
      throw new ConfigurationException(
          "The database is in the encoding %s, which cannot hold the names of all people: create one with \"create database chancery encoding 'UTF8' template template0\"."
              .formatted(encoding));
    }
  }

  @Override
  public String getCallbackName() {
    return EncodingCheck.class.getSimpleName();
  }
}
