package dev.mooring.topology;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.registry.IncompatibleSchemaException;
import dev.mooring.registry.RegistryException;
import dev.mooring.registry.RegistryUnavailableException;
import dev.mooring.registry.SchemaNotFoundException;
import dev.mooring.registry.SubjectRegistration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes sure that the registry has the schemas of the topics that the topology reads and writes, or
 * says why not.
 */
final class SchemaCheck {

  private final SubjectRegistration registration;
  private final Lane lane;

  SchemaCheck(SubjectRegistration registration, Lane lane) {
    this.registration = registration;
    this.lane = lane;
  }

  /**
   * All problems; none when every schema is registered.
   *
   * @throws RegistryUnavailableException when the registry is away, which time may mend
   */
  List<String> problems() {
    return Stream.concat(Stream.of(Topics.EVENTS), Topics.OUTPUTS.stream().map(lane::topic))
        .map(this::problem)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> problem(TopicSpec topic) {
    try {
      int unused = registration.ensure(topic.subject(), topic.schema().orElseThrow());
      return Optional.empty();
    } catch (IncompatibleSchemaException e) {
      return Optional.of(
          "the registry has a schema under %s with which this build's is not compatible: run the build that wrote it, or one that follows it. %s"
              .formatted(topic.subject(), e.getMessage()));
    } catch (SchemaNotFoundException e) {
      return Optional.of(
          "the registry lacks this build's schema under %s, and auto.register.schemas=false: %s"
              .formatted(topic.subject(), advice()));
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RegistryException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** The catalogue, which `mooring topics apply` goes by, has no subjects of shadows. */
  private String advice() {
    return lane.isLive()
        ? "run `mooring topics apply` with credentials that may register, and without that setting"
        : "start the lane once with credentials that may register, and without that setting";
  }
}
