package dev.mooring.systemtests.containers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testcontainers.utility.DockerImageName;

/**
 * Images of the containers. Brokers and registry come from where everybody has them; Mooring's is
 * made of this build. Where nothing can be pulled, {@code TEST_IMAGES=local} has all of them made
 * here, under other names.
 *
 * @param kafka a broker as {@code apache/kafka} has it
 * @param registry Apicurio's registry
 * @param mooring the mooring command
 */
public record Images(DockerImageName kafka, DockerImageName registry, DockerImageName mooring) {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Duration TO_BUILD = Duration.ofMinutes(6);
  private static final int SHOWN = 2_000;

  /**
   * Those of this machine, Mooring's as this build has it.
   *
   * @throws IOException when one cannot be made; it says why
   */
  public static Images make() throws IOException, InterruptedException {
    if ("local".equals(System.getenv("TEST_IMAGES"))) {
      run(List.of("bash", "deploy/local/images.sh"));
      return of("local/kafka:4.3.1", "local/registry:3.3.3");
    }
    run(
        List.of(
            "docker", "build", "-q", "-f", "deploy/image/Dockerfile", "-t", "mooring:local", "."));
    return of("apache/kafka:4.3.1", "apicurio/apicurio-registry:3.3.3");
  }

  private static Images of(String kafka, String registry) {
    return new Images(
        DockerImageName.parse(kafka),
        DockerImageName.parse(registry),
        DockerImageName.parse("mooring:local"));
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    File output = Files.createTempFile("images", ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    boolean ended = process.waitFor(TO_BUILD.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String said = Files.readString(output.toPath());
    Files.delete(output.toPath());
    if (!ended || process.exitValue() != 0) {
      throw new IOException(
          "%s %s:%n%s"
              .formatted(
                  String.join(" ", command),
                  ended ? "ended with " + process.exitValue() : "took longer than " + TO_BUILD,
                  said.substring(Math.max(0, said.length() - SHOWN))));
    }
  }
}
