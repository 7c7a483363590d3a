package org.chancery.graphql.http;

import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Keeps the documents used last, parsed and validated: clients send the same few over and over. */
final class Documents implements PreparsedDocumentProvider {

  private static final int MOST_DOCUMENTS = 512;

  private final Map<String, PreparsedDocumentEntry> lastUsed = LastUsed.map(MOST_DOCUMENTS);

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    PreparsedDocumentEntry entry = lastUsed.get(input.getQuery());
    if (entry == null) {
      entry = parseAndValidate.apply(input);
      if (!entry.hasErrors()) {
        lastUsed.put(input.getQuery(), entry);
      }
    }
    return CompletableFuture.completedFuture(entry);
  }
}
