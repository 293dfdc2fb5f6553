package dev.mooring.topology;

import dev.mooring.registry.RegistryUnavailableException;
import dev.mooring.registry.SchemaId;
import dev.mooring.registry.SchemaNotFoundException;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.topology.intake.SchemaSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Schemas from the registry. A registry that cannot be reached makes no event wrong, so it waits:
 * for as long as the group lets a member think, and then gives up its thread, which is replaced and
 * begins where the last commit was.
 *
 * <p>That there is no schema of an id is believed only when it was said a few times: one server of
 * a registry may lag behind another. Then it is believed for a while, so that many records with
 * such an id do not cost a request each.
 */
final class RegistrySchemas implements SchemaSource {

  private static final Logger LOG = LoggerFactory.getLogger(RegistrySchemas.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SHORT_PAUSE = Duration.ofMillis(200);
  private static final Duration BELIEVED = Duration.ofSeconds(30);
  private static final int ASKED = 3;

  private final SchemaRegistryClient registry;
  private final Duration patience;
  private final InstantSource clock;
  private final Map<SchemaId, Instant> unknownUntil = new ConcurrentHashMap<>();

  RegistrySchemas(SchemaRegistryClient registry, Duration patience, InstantSource clock) {
    this.registry = registry;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public Optional<Schema> byId(int id) {
    return find(new SchemaId.Numeric(id));
  }

  @Override
  public Optional<Schema> byGuid(UUID guid) {
    return find(new SchemaId.Guid(guid));
  }

  private Optional<Schema> find(SchemaId id) {
    Instant until = unknownUntil.get(id);
    if (until != null && clock.instant().isBefore(until)) {
      return Optional.empty();
    }
    for (int asked = 0; asked < ASKED; asked++) {
      Optional<Schema> schema = ask(id);
      if (schema.isPresent()) {
        unknownUntil.remove(id);
        return schema;
      }
      pause(SHORT_PAUSE);
    }
    unknownUntil.put(id, clock.instant().plus(BELIEVED));
    return Optional.empty();
  }

  private Optional<Schema> ask(SchemaId id) {
    Instant giveUp = clock.instant().plus(patience);
    while (true) {
      try {
        return Optional.of(registry.schema(id));
      } catch (SchemaNotFoundException e) {
        return Optional.empty();
      } catch (RegistryUnavailableException e) {
        if (clock.instant().isAfter(giveUp)) {
          throw e;
        }
        LOG.warn("waiting for the registry, to know the schema of {}: {}", id, e.getMessage());
        pause(PAUSE);
      }
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
