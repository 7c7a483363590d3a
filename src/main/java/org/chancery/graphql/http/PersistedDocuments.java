package org.chancery.graphql.http;

import java.util.Locale;
import java.util.Map;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Documents that clients have sent once and now name by their SHA-256, so that a GET is short
 * enough for every cache: "automatic persisted queries" as Apollo clients do them ({@code
 * extensions.persistedQuery}), and the {@code documentId} of the GraphQL-over-HTTP drafts. The
 * documents used last are kept; a client whose document is not among them sends it again.
 */
final class PersistedDocuments {

  /** Of at most 15,000 characters each: some 30 MB when all are of the longest. */
  private static final int MOST_DOCUMENTS = 1000;

  private static final String PREFIX = "sha256:";

  private final Map<String, String> byHash = LastUsed.map(MOST_DOCUMENTS);

  /**
   * The document that a request means.
   *
   * @param query the document itself; null where it is only named
   * @param documentId its name in the drafts' form; null where there is none
   * @param extensions the request's
   * @return null where the request neither has nor names one
   * @throws RequestException where the named document is not known, or another one than was sent
   */
  @Nullable String documentOf(
      @Nullable String query,
      @Nullable String documentId,
      Map<String, @Nullable Object> extensions) {
    String hash = hashOf(documentId, extensions);
    if (hash == null) {
      return query;
    }
    if (query == null) {
      String known = byHash.get(hash);
      if (known == null) {
        throw RequestException.unknownDocument();
      }
      return known;
    }
    if (!hash.equals(Sha256.hexOf(query))) {
      throw RequestException.badRequest(
          "The document has another SHA-256 than was sent with it: %s.", Sha256.hexOf(query));
    }
    byHash.put(hash, query);
    return query;
  }

  private static @Nullable String hashOf(
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
}
