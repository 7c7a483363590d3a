package org.chancery.graphql.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Keeps the documents used last, parsed and validated: clients send the same few over and over. */
final class Documents implements PreparsedDocumentProvider {

  private static final int MOST_DOCUMENTS = 512;

  private final Cache<String, PreparsedDocumentEntry> lastUsed =
      Caffeine.newBuilder().maximumSize(MOST_DOCUMENTS).build();

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    PreparsedDocumentEntry entry = lastUsed.getIfPresent(input.getQuery());
    if (entry == null) {
      entry = parseAndValidate.apply(input);
      if (!entry.hasErrors()) {
        lastUsed.put(input.getQuery(), entry);
      }
    }
    return CompletableFuture.completedFuture(entry);
  }
}
