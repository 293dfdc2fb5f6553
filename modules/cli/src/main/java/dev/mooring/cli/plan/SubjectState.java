package dev.mooring.cli.plan;

import dev.mooring.registry.CompatibilityLevel;
import java.util.List;
import java.util.Optional;

/**
 * A subject as a registry has it, seen from the schema of this build.
 *
 * @param level the compatibility in force; empty when the registry tells none
 * @param registered whether the schema of this build is one of its versions
 * @param latest its latest version; empty when it has none
 * @param latestIsOurs whether the latest version is the schema of this build
 * @param incompatibilities why the schema of this build would be refused; empty when it would not
 */
public record SubjectState(
    Optional<CompatibilityLevel> level,
    boolean registered,
    Optional<Integer> latest,
    boolean latestIsOurs,
    List<String> incompatibilities) {

  public SubjectState {
    incompatibilities = List.copyOf(incompatibilities);
  }

  /** What is there, for people. */
  String shown() {
    return latest.map(version -> "version " + version).orElse("none");
  }
}
