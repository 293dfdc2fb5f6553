package dev.mooring.publisher;

import dev.mooring.contract.TopicSpec;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.registry.SubjectRegistration;
import java.util.Map;

/**
 * The subjects of the registry, as publishers need them: with their schema, and FULL_TRANSITIVE.
 */
public final class Subjects implements AutoCloseable {

  private final SchemaRegistryClient client;
  private final SubjectRegistration registration;

  /** Takes the settings of the registry's client, by Confluent's keys. */
  public Subjects(Map<String, Object> registry) {
    this.client = new SchemaRegistryClient(RegistryConfig.from(registry));
    this.registration = new SubjectRegistration(client, registry);
  }

  /**
   * Sees to it that the schema of a topic's values is registered, and that its subject asks for
   * FULL_TRANSITIVE compatibility. With {@code auto.register.schemas=false} it only makes sure that
   * the schema is there.
   *
   * @throws dev.mooring.registry.RegistryException when the registry cannot be reached, or refuses
   */
  public void register(TopicSpec topic) {
    topic.schema().ifPresent(schema -> registration.ensure(topic.subject(), schema));
  }

  @Override
  public void close() {
    client.close();
  }
}
