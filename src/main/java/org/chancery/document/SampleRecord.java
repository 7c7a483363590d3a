package org.chancery.document;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import org.chancery.graphql.viewer.Viewer;
import org.chancery.party.PartyRepository;
import org.chancery.record.RecordClock;
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
  private final EntityManager entities;
  private final Clock clock;
  private final boolean wanted;

  SampleRecord(
      DocumentLoader loader,
      PartyRepository parties,
      EntityManager entities,
      Clock clock,
      @ConfigProperty(name = "chancery.sample") boolean wanted) {
    this.loader = loader;
    this.parties = parties;
    this.entities = entities;
    this.clock = clock;
    this.wanted = wanted;
  }

  void loadIntoAnEmptyRecord(@Observes StartupEvent started) {
    // Every record begins with a party: without one there is nothing.
    if (wanted && parties.count() == 0) {
      QuarkusTransaction.requiringNew().run(this::loadUnlessAnotherInstanceHas);
    }
  }

  private void loadUnlessAnotherInstanceHas() {
    // Waits for another instance that is loading it.
    var unused = RecordClock.next(entities, clock.instant());
    if (parties.count() > 0) {
      return;
    }
    try (InputStream sample =
        Objects.requireNonNull(SampleRecord.class.getResourceAsStream("/sample.ndjson"))) {
      LOG.infof(
          "Loaded the sample record: %d lines.",
          (Integer) loader.load(sample, Viewer.SAMPLE, line -> {}).lines());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
