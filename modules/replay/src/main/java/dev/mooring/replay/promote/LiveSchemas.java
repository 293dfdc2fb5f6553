package dev.mooring.replay.promote;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.registry.IncompatibleSchemaException;
import dev.mooring.registry.SchemaNotFoundException;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.registry.SubjectRegistration;
import dev.mooring.registry.WireFormat;
import dev.mooring.replay.ReplayException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * The schemas of a shadow's rows under the subjects of the live topics. The shadow's own subjects
 * are removed with it, and with them perhaps the ids that its rows bear.
 */
final class LiveSchemas {

  private record Use(String subject, int id) {}

  private final SchemaRegistryClient registry;
  private final SubjectRegistration subjects;
  private final Map<Use, Integer> live = new HashMap<>();

  /**
   * Schemas of a registry.
   *
   * @param settings of the client: whether schemas may be registered is one of them
   */
  LiveSchemas(SchemaRegistryClient registry, Map<String, ?> settings) {
    this.registry = registry;
    this.subjects = new SubjectRegistration(registry, settings);
  }

  /**
   * Sees to it that the live topics have the latest schema of every topic of a shadow.
   *
   * @throws ReplayException when readers of the live topic could not read such rows, or the schema
   *     is not there and may not be registered
   */
  void ensureAll(Lane shadow) {
    for (TopicSpec topic : Topics.OUTPUTS) {
      written(shadow.topic(topic)).ifPresent(schema -> ensure(topic.subject(), schema));
    }
  }

  /** A row of a shadow, as it is on the wire of the live topic; null for a withdrawal. */
  byte[] reframed(TopicSpec topic, byte[] value) {
    if (!WireFormat.isFramed(value)) {
      return value;
    }
    int id = WireFormat.schemaId(value);
    int own = live.computeIfAbsent(new Use(topic.subject(), id), this::ensure);
    return id == own ? value : WireFormat.reframe(own, value);
  }

  /** None of a shadow without such a row: it has no difference in it but withdrawals. */
  private Optional<Schema> written(TopicSpec shadow) {
    try {
      return Optional.of(registry.latest(shadow.subject()).schema());
    } catch (SchemaNotFoundException wroteNothing) {
      return Optional.empty();
    }
  }

  private int ensure(Use use) {
    return ensure(use.subject(), registry.schemaById(use.id()));
  }

  private int ensure(String subject, Schema schema) {
    try {
      return subjects.ensure(subject, schema);
    } catch (SchemaNotFoundException missing) {
      throw new ReplayException(
          "%s: has not the shadow's schema, and with auto.register.schemas=false it is not registered; run `mooring topics apply` of the shadow's build first"
              .formatted(subject),
          missing);
    } catch (IncompatibleSchemaException refused) {
      throw new ReplayException(
          "%s: the shadow's schema is not compatible with those before, so the lane cannot be promoted: %s"
              .formatted(subject, refused.getMessage()),
          refused);
    }
  }
}
