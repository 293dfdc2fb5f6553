package dev.mooring.topology;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.registry.CompatibilityLevel;
import dev.mooring.registry.IncompatibleSchemaException;
import dev.mooring.registry.RegistryAccessException;
import dev.mooring.registry.RegistryException;
import dev.mooring.registry.RegistryUnavailableException;
import dev.mooring.registry.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the schemas of the topics that the topology reads and writes, or says why not. */
final class SchemaCheck {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaCheck.class);

  private final SchemaRegistryClient registry;
  private final Lane lane;

  SchemaCheck(SchemaRegistryClient registry, Lane lane) {
    this.registry = registry;
    this.lane = lane;
  }

  /**
   * All problems; none when every schema is registered under a subject that guards it.
   *
   * @throws RegistryUnavailableException when the registry is away, which time may mend
   */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    Stream.concat(Stream.of(Topics.EVENTS), Topics.OUTPUTS.stream().map(lane::topic))
        .forEach(topic -> register(topic, problems));
    return problems;
  }

  private void register(TopicSpec topic, List<String> problems) {
    try {
      demandCompatibility(topic.subject());
      registry.register(topic.subject(), topic.schema().orElseThrow());
    } catch (IncompatibleSchemaException e) {
      problems.add(
          "the registry has a schema under %s with which this build's is not compatible: run the build that wrote it, or one that follows it. %s"
              .formatted(topic.subject(), e.getMessage()));
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RegistryException e) {
      problems.add(e.getMessage());
    }
  }

  /** First, so that the registry itself holds this build's schema against the ones before it. */
  private void demandCompatibility(String subject) {
    CompatibilityLevel wanted = CompatibilityLevel.FULL_TRANSITIVE;
    try {
      if (!registry.compatibility(subject).equals(Optional.of(wanted))) {
        registry.setCompatibility(subject, wanted);
      }
    } catch (RegistryAccessException refused) {
      LOG.warn("subject {} is not set to {}: {}", subject, wanted, refused.getMessage());
    }
  }
}
