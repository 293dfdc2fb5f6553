package dev.mooring.replay.log;

import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaId;
import dev.mooring.registry.SchemaNotFoundException;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.topology.intake.SchemaSource;
import dev.mooring.view.ViewConfig;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * Schemas from the registry, each asked for once. A registry that cannot be reached ends the
 * reading: nobody can tell then what the records are.
 */
public final class RegistrySchemas implements SchemaSource, AutoCloseable {

  private final SchemaRegistryClient registry;
  private final Map<SchemaId, Optional<Schema>> known = new ConcurrentHashMap<>();

  public RegistrySchemas(ViewConfig config) {
    this.registry = new SchemaRegistryClient(RegistryConfig.from(config.registry()));
  }

  @Override
  public Optional<Schema> byId(int id) {
    return known.computeIfAbsent(new SchemaId.Numeric(id), this::ask);
  }

  @Override
  public Optional<Schema> byGuid(UUID guid) {
    return known.computeIfAbsent(new SchemaId.Guid(guid), this::ask);
  }

  @Override
  public void close() {
    registry.close();
  }

  private Optional<Schema> ask(SchemaId id) {
    try {
      return Optional.of(registry.schema(id));
    } catch (SchemaNotFoundException unknown) {
      return Optional.empty();
    }
  }
}
