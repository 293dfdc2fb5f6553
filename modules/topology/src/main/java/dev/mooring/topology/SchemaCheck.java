package dev.mooring.topology;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.registry.CompatibilityLevel;
import dev.mooring.registry.IncompatibleSchemaException;
import dev.mooring.registry.RegistryException;
import dev.mooring.registry.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Registers the schemas of the topics that the topology reads and writes, or says why not. */
final class SchemaCheck {

  private final SchemaRegistryClient registry;

  SchemaCheck(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /** All problems; none when every schema is registered under a subject that guards it. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    Stream.concat(Stream.of(Topics.EVENTS), Topics.OUTPUTS.stream())
        .forEach(topic -> register(topic, problems));
    return problems;
  }

  private void register(TopicSpec topic, List<String> problems) {
    try {
      registry.register(topic.subject(), topic.schema().orElseThrow());
      registry.setCompatibility(topic.subject(), CompatibilityLevel.FULL_TRANSITIVE);
    } catch (IncompatibleSchemaException e) {
      problems.add(
          "the registry has a schema under %s with which this build's is not compatible: run the build that wrote it, or one that follows it. %s"
              .formatted(topic.subject(), e.getMessage()));
    } catch (RegistryException e) {
      problems.add(e.getMessage());
    }
  }
}
