package dev.mooring.benchmarks.edges;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Mooring's distribution, as the build lays it out: where the system property {@value #PROPERTY}
 * says, else beside this module.
 */
public final class Distribution {

  /** System property that names the directory of the distribution. */
  public static final String PROPERTY = "mooring.distribution";

  private static final Path BESIDE = Path.of("..", "cli", "target", "mooring");

  private final Path launcher;
  private final String javaOptions;

  /**
   * Finds it.
   *
   * @param javaOptions further options of the virtual machine, such as a recording
   * @throws IllegalStateException when it is not there
   */
  public Distribution(List<String> javaOptions) {
    this.launcher = launcher();
    this.javaOptions = String.join(" ", javaOptions);
    if (!Files.isExecutable(launcher)) {
      throw new IllegalStateException(launcher + " is missing: build modules/cli first");
    }
  }

  /** Whether it is there. */
  public static boolean isThere() {
    return Files.isExecutable(launcher());
  }

  /** The {@code mooring} command with some arguments, by the Java that runs this. */
  public ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MOORING_JAVA_OPTS", javaOptions);
    return builder;
  }

  private static Path launcher() {
    Path home = Path.of(System.getProperty(PROPERTY, BESIDE.toString()));
    return home.resolve("bin").resolve("mooring").toAbsolutePath().normalize();
  }
}
