package dev.mooring.devstack;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The command line of the registry's process. */
final class RegistryCommand {

  private static final int OLDEST_JAVA = 21;
  private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  private static final Path SHELL = Path.of("/bin/sh");

  private RegistryCommand() {}

  static List<String> of(RegistryConfig config) {
    requireJava(config.javaHome());
    requireServer(config.distribution());
    List<String> command = new ArrayList<>(deafToSignals());
    command.add(config.javaHome().resolve("bin/java").toString());
    command.addAll(virtualMachine());
    command.addAll(settings(config));
    command.add("-cp");
    command.add(classPath(config.distribution()));
    command.add(RegistryChild.class.getName());
    command.add(config.dataDir().toAbsolutePath().toString());
    command.add(MAIN);
    return command;
  }

  /**
   * Ctrl-C in a terminal, its end and the stop of a service reach the child as well as its parent,
   * which still needs the registry while it stops what uses it. A signal that is ignored when a
   * virtual machine starts stays ignored, whatever the server would do about it; the child ends by
   * the end of its standard input.
   */
  private static List<String> deafToSignals() {
    return Files.isExecutable(SHELL)
        ? List.of(SHELL.toString(), "-c", "trap '' INT HUP TERM; exec \"$@\"", "registry")
        : List.of();
  }

  /** A small heap and the quick compiler: it answers a few requests and should be up soon. */
  private static List<String> virtualMachine() {
    return List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  }

  private static List<String> settings(RegistryConfig config) {
    Path database = config.dataDir().toAbsolutePath().resolve("registry");
    return List.of(
        "-Dquarkus.http.host=" + Ports.HOST,
        "-Dquarkus.http.port=" + config.port(),
        "-Dquarkus.http.access-log.enabled=false",
        "-Dquarkus.management.host=" + Ports.HOST,
        "-Dquarkus.management.port=0",
        "-Dquarkus.log.category.\"io.apicurio\".level=WARN",
        "-Dapicurio.datasource.url=jdbc:h2:file:" + database,
        "-Dapicurio.datasource.jdbc.initial-size=2",
        "-Dapicurio.datasource.jdbc.min-size=2",
        "-Dapicurio.datasource.jdbc.max-size=10");
  }

  private static String classPath(Path distribution) {
    try {
      Path own =
          Path.of(RegistryChild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own + File.pathSeparator + RegistryDistribution.runner(distribution.toAbsolutePath());
    } catch (URISyntaxException e) {
      throw new DevStackException("cannot tell where the registry's launcher is: " + e, e);
    }
  }

  private static void requireServer(Path distribution) {
    if (!RegistryDistribution.isServer(distribution)) {
      throw new DevStackException(
          "distribution: "
              + distribution
              + " has no quarkus-run.jar, should be the unpacked registry");
    }
  }

  private static void requireJava(Path javaHome) {
    int version = javaVersion(javaHome);
    if (version < OLDEST_JAVA) {
      throw new DevStackException(
          "javaHome: "
              + javaHome
              + " is Java "
              + version
              + ", should be "
              + OLDEST_JAVA
              + " or newer: the schema registry needs it");
    }
  }

  private static int javaVersion(Path javaHome) {
    Properties release = new Properties();
    try (var in = Files.newInputStream(javaHome.resolve("release"))) {
      release.load(in);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      return Runtime.Version.parse(version).feature();
    } catch (IOException | IllegalArgumentException e) {
      throw new DevStackException(
          "javaHome: " + javaHome + " is no JDK: its file 'release' names no version (" + e + ")",
          e);
    }
  }
}
