package dev.mooring.publisher;

import dev.mooring.contract.TopicSpec;
import dev.mooring.registry.CompatibilityLevel;
import dev.mooring.registry.RegistryAccessException;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subjects of the registry, as publishers need them: with their schema, and FULL_TRANSITIVE.
 */
public final class Subjects implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Subjects.class);
  private static final String AUTO_REGISTER = "auto.register.schemas";

  private final SchemaRegistryClient client;
  private final boolean mayRegister;

  /** Takes the settings of the registry's client, by Confluent's keys. */
  public Subjects(Map<String, Object> registry) {
    this.client = new SchemaRegistryClient(RegistryConfig.from(registry));
    this.mayRegister = !"false".equals(String.valueOf(registry.get(AUTO_REGISTER)));
  }

  /**
   * Sees to it that the schema of a topic's values is registered, and that its subject asks for
   * FULL_TRANSITIVE compatibility. With {@code auto.register.schemas=false} it only makes sure that
   * the schema is there.
   *
   * @throws dev.mooring.registry.RegistryException when the registry cannot be reached, or refuses
   */
  public void register(TopicSpec topic) {
    Optional<Schema> schema = topic.schema();
    if (schema.isEmpty()) {
      return;
    }
    if (mayRegister) {
      demandCompatibility(topic.subject());
      client.register(topic.subject(), schema.get());
    } else {
      client.lookup(topic.subject(), schema.get());
    }
  }

  /** Not everybody who may register a schema may also set what is compatible. */
  private void demandCompatibility(String subject) {
    CompatibilityLevel wanted = CompatibilityLevel.FULL_TRANSITIVE;
    try {
      if (!client.compatibility(subject).equals(Optional.of(wanted))) {
        client.setCompatibility(subject, wanted);
      }
    } catch (RegistryAccessException refused) {
      LOG.warn("subject {} is not set to {}: {}", subject, wanted, refused.getMessage());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
