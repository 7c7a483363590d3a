package org.chancery.document;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.chancery.party.PartyRepository;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The record that the service ships with, so that a newcomer's first query answers with something
 * real.
 */
@ApplicationScoped
class SampleRecord {

  private static final Logger LOG = Logger.getLogger(SampleRecord.class);

  private final DocumentLoader loader;
  private final PartyRepository parties;
  private final boolean wanted;

  SampleRecord(
      DocumentLoader loader,
      PartyRepository parties,
      @ConfigProperty(name = "chancery.sample") boolean wanted) {
    this.loader = loader;
    this.parties = parties;
    this.wanted = wanted;
  }

  void loadIntoAnEmptyRecord(@Observes StartupEvent started) {
    // Every record begins with a party: without one there is nothing.
    if (!wanted || parties.count() > 0) {
      return;
    }
    try (InputStream sample =
        Objects.requireNonNull(SampleRecord.class.getResourceAsStream("/sample.ndjson"))) {
      LOG.infof("Loaded the sample record: %d lines.", (Integer) loader.load(sample));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
