package org.chancery.graphql.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Documents that clients have sent once and now name by their SHA-256, so that a GET is short
 * enough for every cache: "automatic persisted queries" as Apollo clients do them ({@code
 * extensions.persistedQuery}), and the {@code documentId} of the GraphQL-over-HTTP drafts. The
 * documents used last are kept, those that fit the schema; a client whose document is not among
 * them sends it again. A client that sends very many takes the place of its own only.
 */
final class PersistedDocuments {

  /** Of at most 15,000 characters each: some 30 MB when all are of the longest. */
  private static final int MOST_DOCUMENTS = 1000;

  private static final int MOST_OF_ONE_CLIENT = 100;

  private static final String PREFIX = "sha256:";

  private final Map<String, Kept> byHash = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Deque<String>> hashesByClient = new HashMap<>();

  private record Kept(String document, String client) {}

  /**
   * The document that a request means.
   *
   * @param query the document itself; null where it is only named
   * @param hash its name, as {@link #hashOf} reads it; null where it has none
   * @return null where the request neither has nor names one
   * @throws RequestException where the named document is not known, or another one than was sent
   */
  @Nullable String documentOf(@Nullable String query, @Nullable String hash) {
    if (hash == null) {
      return query;
    }
    if (query == null) {
      String known = find(hash);
      if (known == null) {
        throw RequestException.unknownDocument();
      }
      return known;
    }
    if (!hash.equals(Sha256.hexOf(query))) {
      throw RequestException.badRequest(
          "The document has another SHA-256 than was sent with it: %s.", Sha256.hexOf(query));
    }
    return query;
  }

  /**
   * The SHA-256 by which a request names its document.
   *
   * @param documentId its name in the drafts' form; null where there is none
   * @param extensions the request's
   * @return null where the request names none
   * @throws RequestException where the name has another form
   */
  static @Nullable String hashOf(
      @Nullable String documentId, Map<String, @Nullable Object> extensions) {
    if (documentId != null) {
      if (!documentId.startsWith(PREFIX)) {
        throw RequestException.badRequest(
            "\"documentId\" is \"sha256:\" and the document's SHA-256 in hexadecimal digits.");
      }
      return documentId.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
    }
    return extensions.get("persistedQuery") instanceof Map<?, ?> persisted
            && persisted.get("sha256Hash") instanceof String hash
        ? hash.toLowerCase(Locale.ROOT)
        : null;
  }

  private synchronized @Nullable String find(String hash) {
    Kept kept = byHash.get(hash);
    return kept == null ? null : kept.document();
  }

  /** Keeps a document that was found to fit the schema. */
  synchronized void keep(String hash, String document, String client) {
    if (byHash.get(hash) != null) {
      return;
    }
    Deque<String> ofClient = hashesByClient.computeIfAbsent(client, any -> new ArrayDeque<>());
    if (ofClient.size() >= MOST_OF_ONE_CLIENT) {
      forget(ofClient.getFirst());
    } else if (byHash.size() >= MOST_DOCUMENTS) {
      forget(byHash.keySet().iterator().next());
    }
    byHash.put(hash, new Kept(document, client));
    hashesByClient.computeIfAbsent(client, any -> new ArrayDeque<>()).add(hash);
  }

  private void forget(String hash) {
    Kept forgotten = Objects.requireNonNull(byHash.remove(hash));
    Deque<String> ofClient = Objects.requireNonNull(hashesByClient.get(forgotten.client()));
    ofClient.remove(hash);
    if (ofClient.isEmpty()) {
      hashesByClient.remove(forgotten.client());
    }
  }
}
