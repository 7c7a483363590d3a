package org.chancery.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * By what a keyed thing is known, here and elsewhere, and since when.
 *
 * @param id UUID version 7, made when the thing was first recorded
 * @param key short, readable, unique among its kind and permanent
 * @param sameAs its addresses elsewhere
 * @param createdAt when it was first recorded here
 * @param updatedAt when its record last changed
 * @param version how often its record was changed
 */
public record Identity(
    UUID id, String key, List<String> sameAs, Instant createdAt, Instant updatedAt, int version) {

  /** Of a thing that is first recorded now. */
  public static Identity recorded(UUID id, String key, List<String> sameAs, Instant now) {
    return new Identity(id, key, sameAs, now, now, 0);
  }

  public Identity {
    sameAs = List.copyOf(sameAs);
  }
}
