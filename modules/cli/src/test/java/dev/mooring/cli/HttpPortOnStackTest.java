package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The port of the HTTP server, when somebody else has it. */
@ExtendWith(SharedStack.class)
class HttpPortOnStackTest {

  @TempDir Path directory;

  private final RealStack stack;

  HttpPortOnStackTest(RealStack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @CsvSource({"start, 10", "up --kafka-port 0 --registry-port 0, 1"})
  void shouldNameThePortThatIsTaken(String command, int code) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // given
      String port = Integer.toString(taken.getLocalPort());
      List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
      words.addAll(List.of("--http-port", port));

      // when
      Run run = Run.of(directory, stack.environment(), words.toArray(String[]::new));

      // then
      assertThat(run.exitCode()).isEqualTo(code);
      assertThat(run.out()).doesNotContain("ready");
      assertThat(run.err().lines().toList().getLast())
          .contains("127.0.0.1:" + port + ": the port is taken")
          .contains("--http-port", "0 takes a free one");
    }
  }
}
