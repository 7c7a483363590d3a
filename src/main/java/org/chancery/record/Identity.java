package org.chancery.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * By what a keyed thing is known, here and elsewhere.
 *
 * @param id UUID version 7, made when the thing was first recorded
 * @param key short, readable, unique among its kind and permanent
 * @param recordedAt when it was first recorded here
 * @param sameAs its addresses elsewhere
 */
public record Identity(UUID id, String key, Instant recordedAt, List<String> sameAs) {

  public Identity {
    sameAs = List.copyOf(sameAs);
  }
}
