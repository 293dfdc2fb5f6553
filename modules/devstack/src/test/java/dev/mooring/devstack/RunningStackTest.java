package dev.mooring.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {

  @TempDir Path directory;

  @Test
  void shouldFindWhatWasWritten() {
    // given
    RunningStack stack = RunningStack.ofThisProcess("127.0.0.1:9092", "http://127.0.0.1:8081/x");

    // when
    stack.write(directory);

    // then
    assertThat(RunningStack.find(directory)).contains(stack);
  }

  @Test
  void shouldNotTakeALaterProcessWithTheSamePidForTheStack() {
    // given
    Instant before = ProcessHandle.current().info().startInstant().orElseThrow();
    long pid = ProcessHandle.current().pid();

    // when
    new RunningStack("b", "r", pid, Optional.of(before.minus(Duration.ofMinutes(1))))
        .write(directory);

    // then
    assertThat(RunningStack.find(directory)).isEmpty();
  }

  @Test
  void shouldSayWhatIsWrongWithTheFile() throws Exception {
    // given
    Files.writeString(directory.resolve(RunningStack.FILE), "bootstrap=127.0.0.1:9092\n");

    // when, then
    assertThatThrownBy(() -> RunningStack.find(directory))
        .isInstanceOf(DevStackException.class)
        .hasMessageContaining("stack.properties")
        .hasMessageContaining("registry is missing");
  }

  @Test
  void shouldFindNothingInAnEmptyDirectory() {
    assertThat(RunningStack.find(directory)).isEmpty();
  }
}
