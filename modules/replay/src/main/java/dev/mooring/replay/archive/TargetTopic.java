package dev.mooring.replay.archive;

import dev.mooring.contract.Topics;
import dev.mooring.publisher.PublisherConfig;
import dev.mooring.registry.IncompatibleSchemaException;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.registry.SubjectRegistration;
import dev.mooring.view.ViewConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;

/** Makes sure, before anything is sent, that what is sent will stay as it is. */
final class TargetTopic {

  private TargetTopic() {}

  /**
   * Old records in a topic that keeps them for a week would be gone within minutes.
   *
   * @throws ArchiveException naming the setting that is not as the catalogue has it
   */
  static void check(ViewConfig config) {
    try (TopicFacts topic = new TopicFacts(config, Topics.EVENTS.name())) {
      Config settings = topic.settings();
      Topics.EVENTS.config().forEach((name, wanted) -> check(settings.get(name), name, wanted));
    }
  }

  private static void check(ConfigEntry entry, String name, String wanted) {
    String found = entry == null ? null : entry.value();
    if (!wanted.equals(found)) {
      throw new ArchiveException(
          "topic %s: %s is %s, should be %s, or what is restored would not stay as it was"
              .formatted(Topics.EVENTS.name(), name, found, wanted));
    }
  }

  /** Registers the schemas of the archive's events, as publishers do; returns their ids. */
  static Map<Schema, Integer> register(
      PublisherConfig publisher, SchemaRegistryClient registry, VerifiedArchive archive) {
    SubjectRegistration registration = new SubjectRegistration(registry, publisher.registry());
    String subject = Topics.EVENTS.subject();
    int unused = registration.ensure(subject, Topics.EVENTS.schema().orElseThrow());
    Map<Schema, Integer> ids = new HashMap<>();
    for (Schema schema : archive.eventSchemas()) {
      try {
        ids.put(schema, registration.ensure(subject, schema));
      } catch (IncompatibleSchemaException refused) {
        throw new ArchiveException(
            "a schema of the archive's events does not go with those of this registry: "
                + refused.getMessage(),
            refused);
      }
    }
    return ids;
  }
}
