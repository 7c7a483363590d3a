package org.chancery.graphql.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Documents that clients have sent once and now reference by their SHA-256, so that a GET is short
 * enough for every cache: Apollo's "automatic persisted queries" ({@code
 * extensions.persistedQuery}), and the {@code documentId} of the GraphQL-over-HTTP drafts. Only
 * valid documents are cached, those used most; a client whose document was evicted sends it again.
 * A client that sends very many evicts only its own.
 */
final class PersistedDocuments {

  /** Of at most 15,000 characters each: some 30 MB when all are of the longest. */
  private static final int MOST_DOCUMENTS = 1000;

  private static final int MOST_OF_ONE_CLIENT = 100;

  private static final String PREFIX = "sha256:";

  private final Cache<String, Kept> byHash =
      Caffeine.newBuilder().maximumSize(MOST_DOCUMENTS).build();

  /** For each client the hashes of what it has sent: one that it has no room for is not kept. */
  private final Cache<String, Cache<String, Boolean>> hashesByClient =
      Caffeine.newBuilder().maximumSize(MOST_DOCUMENTS).build();

  private record Kept(String document, String client) {}

  /**
   * The document that a request means.
   *
   * @param query the document; null where only its hash was sent
   * @param hash as {@link #hashOf} reads it; null where there is none
   * @return null where the request has neither
   * @throws RequestException where the hash is unknown, or not that of the document
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
   * The SHA-256 that a request gives for its document.
   *
   * @param documentId the hash in the drafts' form; null where there is none
   * @param extensions the request's
   * @return null where the request has none
   * @throws RequestException where it has another form
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

  private @Nullable String find(String hash) {
    Kept kept = byHash.getIfPresent(hash);
    if (kept == null) {
      return null;
    }
    // Counts as asked for among those of its client too.
    var unused = hashesOf(kept.client()).getIfPresent(hash);
    return kept.document();
  }

  /** Keeps a document that was found to fit the schema. */
  void keep(String hash, String document, String client) {
    if (byHash.getIfPresent(hash) == null) {
      byHash.put(hash, new Kept(document, client));
      hashesOf(client).put(hash, true);
    }
  }

  private Cache<String, Boolean> hashesOf(String client) {
    return hashesByClient.get(
        client,
        any ->
            Caffeine.newBuilder()
                .maximumSize(MOST_OF_ONE_CLIENT)
                .executor(Runnable::run)
                .evictionListener(
                    (@Nullable String hash, @Nullable Boolean kept, RemovalCause cause) ->
                        forget(Objects.requireNonNull(hash), client))
                .build());
  }

  /** Another client may have sent it meanwhile. */
  private void forget(String hash, String client) {
    byHash
        .asMap()
        .computeIfPresent(hash, (same, kept) -> kept.client().equals(client) ? null : kept);
  }
}
