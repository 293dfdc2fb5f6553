package dev.mooring.registry;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a registry has the schemas of what a program writes, under subjects that guard
 * them. With {@code auto.register.schemas=false} it changes nothing in the registry, and only makes
 * sure that the schemas are there.
 */
public final class SubjectRegistration {

  private static final Logger LOG = LoggerFactory.getLogger(SubjectRegistration.class);
  private static final CompatibilityLevel WANTED = CompatibilityLevel.FULL_TRANSITIVE;

  private final SchemaRegistryClient client;
  private final boolean allowed;

  /**
   * With a client that stays its giver's to close.
   *
   * @param settings of the client or the serdes, by Confluent's keys
   */
  public SubjectRegistration(SchemaRegistryClient client, Map<String, ?> settings) {
    this.client = client;
    this.allowed = isAllowed(settings);
  }

  /**
   * Whether schemas may be registered: {@code auto.register.schemas}, true unless given.
   *
   * @throws org.apache.kafka.common.config.ConfigException when it is neither true nor false
   */
  public static boolean isAllowed(Map<String, ?> settings) {
    return SerdeConfig.from(settings, false).autoRegister();
  }

  /**
   * Makes sure that a subject has a schema.
   *
   * @return its id
   * @throws SchemaNotFoundException when the subject has it not, and it may not be registered
   * @throws IncompatibleSchemaException when the subject's compatibility forbids it
   */
  public int ensure(String subject, Schema schema) {
    if (!allowed) {
      return client.lookup(subject, schema);
    }
    demandCompatibility(subject);
    return client.register(subject, schema);
  }

  /**
   * First, so that the registry itself holds the schema against the ones before it. Not everybody
   * who may register a schema may also set what is compatible.
   */
  private void demandCompatibility(String subject) {
    try {
      if (!client.compatibility(subject).equals(Optional.of(WANTED))) {
        client.setCompatibility(subject, WANTED);
      }
    } catch (RegistryAccessException refused) {
      LOG.warn("subject {} is not set to {}: {}", subject, WANTED, refused.getMessage());
    }
  }
}
