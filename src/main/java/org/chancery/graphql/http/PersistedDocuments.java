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
 * Documents that clients have sent once and now name by their SHA-256, so that a GET is short
 * enough for every cache: "automatic persisted queries" as Apollo clients do them ({@code
 * extensions.persistedQuery}), and the {@code documentId} of the GraphQL-over-HTTP drafts. The
 * documents that are asked for most are kept, those that fit the schema; a client whose document is
 * not among them sends it again. A client that sends very many takes the place of its own only.
 */
final class PersistedDocuments {

  /** Of at most 15,000 characters each: some 30 MB when all are of the longest. */
  private static final int MOST_DOCUMENTS = 1000;

  private static final int MOST_OF_ONE_CLIENT = 100;

  private static final String PREFIX = "sha256:";

  private final Cache<String, Kept> byHash =
      Caffeine.newBuilder().maximumSize(MOST_DOCUMENTS).build();

  /** What each client has sent, by hash: what it has no room for is not kept at all. */
  private final Cache<String, Cache<String, Kept>> byClient =
      Caffeine.newBuilder().maximumSize(MOST_DOCUMENTS).build();

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

  private @Nullable String find(String hash) {
    Kept kept = byHash.getIfPresent(hash);
    if (kept == null) {
      return null;
    }
    // Counts as asked for among those of its client too.
    var unused = ofClient(kept.client()).getIfPresent(hash);
    return kept.document();
  }

  /** Keeps a document that was found to fit the schema. */
  void keep(String hash, String document, String client) {
    if (byHash.getIfPresent(hash) == null) {
      Kept kept = new Kept(document, client);
      byHash.put(hash, kept);
      ofClient(client).put(hash, kept);
    }
  }

  private Cache<String, Kept> ofClient(String client) {
    return byClient.get(
        client,
        any ->
            Caffeine.newBuilder()
                .maximumSize(MOST_OF_ONE_CLIENT)
                .executor(Runnable::run)
                .evictionListener(
                    (@Nullable String hash, @Nullable Kept kept, RemovalCause cause) ->
                        byHash.invalidate(Objects.requireNonNull(hash)))
                .build());
  }
}
