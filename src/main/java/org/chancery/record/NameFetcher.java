package org.chancery.record;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.search.Searched;
import org.jspecify.annotations.Nullable;

/** Answers the fields {@code name}. */
public final class NameFetcher {

  /** The description of their argument. */
  public static final String LANGUAGE =
      "The name in this language, as a BCP 47 tag such as \"zh\", where the record has one; null for the name as the record"
          + " uses it.";

  private NameFetcher() {}

  /**
   * The name of a thing.
   *
   * @param language null for the name as the record uses it
   */
  public static CompletionStage<String> of(
      NamedEntity thing, @Nullable String language, BatchLoading batchLoading) {
    if (language == null) {
      return CompletableFuture.completedFuture(thing.name());
    }
    if (!Names.isLanguage(language)) {
      throw RequestException.badInput(
          "\"%s\" is not a language: send a BCP 47 tag, such as \"zh\" or \"zh-Hant\".", language);
    }
    return batchLoading
        .read(thing, List.of(Searched.OTHER_NAMES))
        .thenApply(read -> read.names().in(language));
  }
}
