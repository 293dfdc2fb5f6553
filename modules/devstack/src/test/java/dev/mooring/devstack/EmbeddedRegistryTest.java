package dev.mooring.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryTest {

  @TempDir Path directory;

  @Test
  void shouldKeepItsSchemasOverARestart() throws Exception {
    // given
    RegistryConfig config = new RegistryConfig(directory, 0);
    String answer;
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(config)) {
      answer = RegistryRequests.registerString(registry.url(), "a-value");
    }

    // when
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(config)) {
      // then
      assertThat(answer).contains("\"id\":");
      assertThat(RegistryRequests.get(registry.url() + "/subjects")).isEqualTo("[\"a-value\"]");
      assertThat(RegistryRequests.registerString(registry.url(), "a-value")).isEqualTo(answer);
    }
  }

  /** Ctrl-C reaches every process of the terminal; the parent must be able to stop in order. */
  @Test
  void shouldOutliveSignalsThatAreMeantForItsParent() throws Exception {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(new RegistryConfig(directory, 0))) {
      // when
      ProcessHandle child = ProcessHandle.of(registry.pid()).orElseThrow();
      for (String signal : List.of("-INT", "-HUP", "-TERM")) {
        new ProcessBuilder("kill", signal, Long.toString(child.pid())).start().waitFor();
      }

      // then
      assertThatThrownBy(() -> child.onExit().get(2, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(RegistryRequests.get(registry.url() + "/subjects")).isEqualTo("[]");
    }
  }

  @Test
  void shouldRefuseAnOldJava() throws Exception {
    // given
    Files.writeString(directory.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
    RegistryConfig config =
        new RegistryConfig(
            directory, 0, RegistryDistribution.find(), directory, Duration.ofSeconds(5));

    // when, then
    assertThatThrownBy(() -> EmbeddedRegistry.start(config))
        .isInstanceOf(DevStackException.class)
        .hasMessageContaining("is Java 17, should be 21 or newer");
  }

  @Test
  void shouldShowTheEndOfTheLogWhenTheServerFails() throws Exception {
    // given
    Path broken = Files.createDirectory(directory.resolve("broken"));
    Files.writeString(broken.resolve("quarkus-run.jar"), "no jar");
    RegistryConfig config =
        new RegistryConfig(
            directory.resolve("data"),
            0,
            broken,
            Path.of(System.getProperty("java.home")),
            Duration.ofSeconds(30));

    // when, then
    assertThatThrownBy(() -> EmbeddedRegistry.start(config))
        .isInstanceOf(DevStackException.class)
        .hasMessageContaining("ended with code 1")
        .hasMessageContaining("ClassNotFoundException");
  }

  @Test
  void shouldSayWhereItLookedForTheServer() {
    assertThatThrownBy(() -> RegistryDistribution.find("/nowhere", "/nowhere-else"))
        .isInstanceOf(DevStackException.class)
        .hasMessageContaining("mooring.registry.home=/nowhere")
        .hasMessageContaining("MOORING_HOME=/nowhere-else/registry");
  }
}
