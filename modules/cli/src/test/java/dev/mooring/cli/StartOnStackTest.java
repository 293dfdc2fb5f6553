package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * `mooring start` as a process on a real broker: it gets ready, says why it ends, and with what.
 */
class StartOnStackTest {

  @TempDir Path directory;

  private RealStack stack;
  private Process process;
  private Path errors;

  @BeforeEach
  void start() throws IOException {
    stack = new RealStack(directory.resolve("stack"));
    errors = directory.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Mooring.class.getName(),
            "start",
            "--http-port",
            "0");
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().putAll(stack.environment());
    process = builder.directory(directory.toFile()).redirectError(errors.toFile()).start();
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
    stack.close();
  }

  @Test
  void shouldGetReadyAndRefuseAnotherOfItsNameAndEndWithZeroWhenToldTo() throws Exception {
    try (BufferedReader out = process.inputReader()) {
      // when
      String ready = out.readLine();

      // then
      assertThat(ready).as(errors()).startsWith("ready http=");
      assertThat(get(ready.substring("ready http=".length()) + "api/v1/status").body())
          .contains("\"state\":\"RUNNING\"", "\"unready\":null");

      // when
      Run second = stack.run(directory, "start", "--http-port", "0");

      // then
      assertThat(second.exitCode()).isEqualTo(10);
      assertThat(second.err().lines().toList().getLast())
          .startsWith("mooring: REFUSED: state directory")
          .contains("in use by another instance");

      // when
      process.destroy();

      // then
      assertThat(process.waitFor()).as(errors()).isZero();
      assertThat(errors()).contains("mooring: STOPPED: committed, and left the group");
    }
  }

  private String errors() throws IOException {
    return Files.readString(errors);
  }

  private static HttpResponse<String> get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
  }
}
