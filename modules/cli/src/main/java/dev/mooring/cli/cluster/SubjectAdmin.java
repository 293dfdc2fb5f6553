package dev.mooring.cli.cluster;

import dev.mooring.cli.plan.Step.SetCompatibility;
import dev.mooring.cli.plan.SubjectState;
import dev.mooring.contract.TopicSpec;
import dev.mooring.registry.RegisteredSchema;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaNotFoundException;
import dev.mooring.registry.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Looks at the subjects of the catalogue in a registry, and puts them right. */
final class SubjectAdmin implements AutoCloseable {

  private final SchemaRegistryClient registry;

  /** Settings are those of the registry's client, by Confluent's keys. */
  SubjectAdmin(Map<String, Object> settings) {
    this.registry = new SchemaRegistryClient(RegistryConfig.from(settings));
  }

  /** The subjects of topics; all at once, since each takes some round trips. */
  Map<String, SubjectState> states(Collection<TopicSpec> topics) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, CompletableFuture<SubjectState>> asked = new HashMap<>();
      for (TopicSpec topic : topics) {
        if (topic.schema().isPresent()) {
          asked.put(topic.subject(), CompletableFuture.supplyAsync(() -> state(topic), threads));
        }
      }
      Map<String, SubjectState> states = new HashMap<>();
      asked.forEach((subject, state) -> states.put(subject, state.join()));
      return states;
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  void register(TopicSpec topic) {
    int unused = registry.register(topic.subject(), topic.schema().orElseThrow());
  }

  void setCompatibility(String subject) {
    registry.setCompatibility(subject, SetCompatibility.LEVEL);
  }

  @Override
  public void close() {
    registry.close();
  }

  private SubjectState state(TopicSpec topic) {
    Schema ours = topic.schema().orElseThrow();
    Optional<RegisteredSchema> latest = latest(topic.subject());
    boolean registered = latest.isPresent() && isRegistered(topic.subject(), ours);
    return new SubjectState(
        registry.compatibility(topic.subject()),
        registered,
        latest.map(RegisteredSchema::version),
        latest.filter(version -> version.schema().equals(ours)).isPresent(),
        registered
            ? List.of()
            : latest.map(version -> incompatibilities(version, ours)).orElse(List.of()));
  }

  private Optional<RegisteredSchema> latest(String subject) {
    try {
      return Optional.of(registry.latest(subject));
    } catch (SchemaNotFoundException none) {
      return Optional.empty();
    }
  }

  private boolean isRegistered(String subject, Schema schema) {
    try {
      return registry.lookup(subject, schema) > 0;
    } catch (SchemaNotFoundException other) {
      return false;
    }
  }

  /** The registry judges by the level in force, which may be too low; so Avro is asked, too. */
  private List<String> incompatibilities(RegisteredSchema latest, Schema ours) {
    List<String> problems = new ArrayList<>(registry.incompatibilities(latest.subject(), ours));
    if (problems.isEmpty()) {
      problem(ours, latest.schema(), "this build cannot read version " + latest.version())
          .ifPresent(problems::add);
      problem(latest.schema(), ours, "version " + latest.version() + " cannot read this build's")
          .ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<String> problem(Schema reader, Schema writer, String what) {
    var found = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    return found.getType() == SchemaCompatibilityType.COMPATIBLE
        ? Optional.empty()
        : Optional.of(what);
  }
}
