package dev.mooring.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the unpacked schema registry server: where the system property {@code
 * mooring.registry.home} says, else in {@code registry} below the directory that the environment
 * variable {@code MOORING_HOME} names.
 */
public final class RegistryDistribution {

  /** System property that names the directory of the unpacked server. */
  public static final String HOME_PROPERTY = "mooring.registry.home";

  private static final String MOORING_HOME = "MOORING_HOME";

  private RegistryDistribution() {}

  /**
   * The directory of the unpacked server.
   *
   * @throws DevStackException when it is in none of the places
   */
  public static Path find() {
    return find(System.getProperty(HOME_PROPERTY), System.getenv(MOORING_HOME));
  }

  static Path find(String registryHome, String mooringHome) {
    Map<String, Path> places = new LinkedHashMap<>();
    Optional.ofNullable(registryHome)
        .ifPresent(home -> places.put("system property " + HOME_PROPERTY, Path.of(home)));
    Optional.ofNullable(mooringHome)
        .ifPresent(home -> places.put("environment " + MOORING_HOME, Path.of(home, "registry")));
    return places.values().stream()
        .filter(RegistryDistribution::isServer)
        .findFirst()
        .orElseThrow(
            () ->
                new DevStackException(
                    "the schema registry server was not found: looked for quarkus-run.jar in "
                        + (places.isEmpty() ? "no place" : places)
                        + "; set the system property "
                        + HOME_PROPERTY
                        + " to its directory (the build unpacks it to"
                        + " modules/devstack/target/registry)"));
  }

  static boolean isServer(Path directory) {
    return Files.isRegularFile(runner(directory));
  }

  static Path runner(Path distribution) {
    return distribution.resolve("quarkus-run.jar");
  }
}
