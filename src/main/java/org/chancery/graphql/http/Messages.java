package org.chancery.graphql.http;

import io.quarkus.runtime.annotations.RegisterResourceBundle;

/**
 * GraphQL Java's messages, for the native executable; those of validation and parsing come with
 * SmallRye. Quarkus 3.33 reads one such annotation a class.
 */
final class Messages {

  private Messages() {}

  @RegisterResourceBundle(bundleName = "i18n.Execution")
  static final class OfExecution {
    private OfExecution() {}
  }

  @RegisterResourceBundle(bundleName = "i18n.General")
  static final class OfGeneral {
    private OfGeneral() {}
  }

  @RegisterResourceBundle(bundleName = "i18n.Scalars")
  static final class OfScalars {
    private OfScalars() {}
  }
}
