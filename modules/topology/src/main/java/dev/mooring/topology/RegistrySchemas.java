package dev.mooring.topology;

import dev.mooring.registry.RegistryUnavailableException;
import dev.mooring.registry.SchemaNotFoundException;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.topology.intake.SchemaSource;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schemas from the registry. A registry that cannot be reached makes no event wrong, so it waits:
 * for as long as the group lets a member think, and then gives up its thread, which is replaced and
 * begins where the last commit was.
 */
final class RegistrySchemas implements SchemaSource {

  private static final Logger LOG = LoggerFactory.getLogger(RegistrySchemas.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final SchemaRegistryClient registry;
  private final Duration patience;

  RegistrySchemas(SchemaRegistryClient registry, Duration patience) {
    this.registry = registry;
    this.patience = patience;
  }

  @Override
  public Optional<Schema> byId(int id) {
    long giveUp = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return Optional.of(registry.schemaById(id));
      } catch (SchemaNotFoundException e) {
        return Optional.empty();
      } catch (RegistryUnavailableException e) {
        if (System.nanoTime() > giveUp) {
          throw e;
        }
        LOG.warn("waiting for the registry, to know schema {}: {}", id, e.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
