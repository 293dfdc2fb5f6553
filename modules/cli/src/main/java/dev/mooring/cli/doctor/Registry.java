package dev.mooring.cli.doctor;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import java.util.List;
import java.util.Map;

/**
 * Whether the registry answers, and would take this build's event.
 *
 * @param settings of the registry's client
 */
record Registry(Map<String, Object> settings) implements Check {

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public String advice() {
    return "is registry.url its address, with the path (Apicurio: /apis/ccompat/v7), and are"
        + " registry.basic.auth.* or registry.bearer.auth.* right?";
  }

  @Override
  public List<Finding> look() {
    try (SchemaRegistryClient registry = new SchemaRegistryClient(RegistryConfig.from(settings))) {
      List<String> subjects = registry.subjects();
      long ours = Topics.all().stream().map(TopicSpec::subject).filter(subjects::contains).count();
      List<String> refused =
          registry.incompatibilities(Topics.EVENTS.subject(), Topics.EVENTS.schema().orElseThrow());
      String what = "%d subjects, %d of Mooring".formatted(subjects.size(), ours);
      return List.of(
          refused.isEmpty()
              ? Finding.ok(name(), what + "; it would take this build's event")
              : Finding.failed(
                  name(),
                  "it would refuse this build's event: " + String.join("; ", refused),
                  "run the build that wrote its schema, or one that follows it"));
    }
  }
}
