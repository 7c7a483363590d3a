package org.chancery.graphql.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one request may ask for; what goes beyond is refused before anything is loaded. */
@ConfigMapping(prefix = "chancery.limits")
public interface Limits {

  /** Bytes of a request's body, with its variables. */
  @WithDefault("256K")
  MemorySize body();

  /** Bytes of a document that an editor sends, as it is sent and when it is decompressed. */
  @WithDefault("64M")
  MemorySize document();

  /** Requests that run at once; more are refused with 503. */
  @WithDefault("64")
  int requests();

  /** Requests that run at once for one address; more are refused with 429. */
  @WithDefault("32")
  int clientRequests();

  /** Characters of the document. */
  @WithDefault("15000")
  int characters();

  /** Words and signs of the document. */
  @WithDefault("1000")
  int tokens();

  /** Fields inside fields; the schema's own introspection is exempt. */
  @WithDefault("10")
  int depth();

  /** Aliased fields, those of fragments counted at every spread. */
  @WithDefault("15")
  int aliases();

  /** Fields of the query itself. */
  @WithDefault("20")
  int rootFields();

  /** Directives, those of fragments counted at every spread. */
  @WithDefault("50")
  int directives();

  /** Items of all lists in arguments and variables, those of fragments counted at every spread. */
  @WithDefault("250")
  int listItems();

  /** Characters of each string in arguments and variables. */
  @WithDefault("4000")
  int string();

  /** Objects that the answer has when it is gathered. */
  @WithDefault("10000")
  int objects();

  /** Characters of all values in the answer, and of the names before them. */
  @WithDefault("8M")
  MemorySize answer();

  /**
   * Bytes of responses above 64 KB in memory that their clients have not read yet; one address may
   * have a quarter of them, and as much again of smaller ones.
   */
  @WithDefault("64M")
  MemorySize unread();

  /** How long a request may take; then its SQL statements are ended. */
  @WithDefault("10s")
  Duration time();

  /** What the operation may cost, as {@link QueryCost} reckons it. */
  @WithDefault("10000")
  int cost();
}
