package org.chancery.record;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/** Answers the fields {@code name}. */
public final class NameFetcher {

  /** The description of their argument. */
  public static final String LANGUAGE =
      "The name in this language, as a BCP 47 tag such as \"zh\", where the record has one; null for the name as the record"
          + " uses it.";

  private NameFetcher() {}

  public static CompletionStage<String> of(Names names, @Nullable String language) {
    if (language != null && !Names.isLanguage(language)) {
      throw RequestException.badInput(
          "\"%s\" is not a language: send a BCP 47 tag, such as \"zh\" or \"zh-Hant\".", language);
    }
    return CompletableFuture.completedFuture(names.in(language));
  }
}
