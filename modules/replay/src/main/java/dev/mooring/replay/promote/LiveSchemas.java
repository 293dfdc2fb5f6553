package dev.mooring.replay.promote;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.registry.IncompatibleSchemaException;
import dev.mooring.registry.SchemaNotFoundException;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.registry.WireFormat;
import dev.mooring.replay.ReplayException;
import java.util.HashMap;
import java.util.Map;

/**
 * The schemas of a shadow's rows under the subjects of the live topics. The shadow's own subjects
 * are removed with it, and with them perhaps the ids that its rows bear.
 */
final class LiveSchemas {

  private record Use(String subject, int id) {}

  private final SchemaRegistryClient registry;
  private final Map<Use, Integer> live = new HashMap<>();

  LiveSchemas(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * Registers the latest schema of every topic of a shadow for the live topic.
   *
   * @throws ReplayException when readers of the live topic could not read such rows
   */
  void registerAll(Lane shadow) {
    for (TopicSpec topic : Topics.OUTPUTS) {
      try {
        int unused =
            registry.register(
                topic.subject(), registry.latest(shadow.topic(topic).subject()).schema());
      } catch (SchemaNotFoundException wroteNothing) {
        // a shadow without such a row has no difference in it but withdrawals
      } catch (IncompatibleSchemaException refused) {
        throw new ReplayException(
            "%s: the shadow's schema is not compatible with those before, so the lane cannot be promoted: %s"
                .formatted(topic.subject(), refused.getMessage()),
            refused);
      }
    }
  }

  /** A row of a shadow, as it is on the wire of the live topic; null for a withdrawal. */
  byte[] reframed(TopicSpec topic, byte[] value) {
    if (!WireFormat.isFramed(value)) {
      return value;
    }
    int id = WireFormat.schemaId(value);
    int own = live.computeIfAbsent(new Use(topic.subject(), id), this::register);
    return id == own ? value : WireFormat.reframe(own, value);
  }

  private int register(Use use) {
    return registry.register(use.subject(), registry.schemaById(use.id()));
  }
}
