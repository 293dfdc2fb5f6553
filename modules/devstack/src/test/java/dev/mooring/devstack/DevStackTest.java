package dev.mooring.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevStackTest {

  @TempDir Path directory;

  @Test
  void shouldLoseNothingWhenItsProcessIsKilled() throws Exception {
    // given
    Process process = StackProcess.launch(directory);
    List<ProcessHandle> children;
    try {
      StackProcess.awaitReady(process);
      RunningStack running = RunningStack.find(directory).orElseThrow();
      Clients.createTopic(running.bootstrapServers(), "kept");
      Clients.send(running.bootstrapServers(), "kept", "acknowledged");
      RegistryRequests.registerString(running.registryUrl(), "a-value");
      children = process.descendants().toList();
    } finally {
      // when
      process.destroyForcibly().waitFor();
    }

    // then
    assertThat(RunningStack.find(directory)).isEmpty();
    assertThat(children).hasSize(1);
    children.getFirst().onExit().get(10, TimeUnit.SECONDS);
    try (DevStack stack = DevStack.start(DevStackConfig.in(directory, 0, 0))) {
      assertThat(Clients.read(stack.bootstrapServers(), "kept", 1)).containsExactly("acknowledged");
      assertThat(RegistryRequests.get(stack.registryUrl() + "/subjects")).contains("a-value");
      assertSoleAndFound(stack);
    }
    assertThat(directory.resolve(RunningStack.FILE)).doesNotExist();
  }

  private void assertSoleAndFound(DevStack stack) {
    assertThat(RunningStack.find(directory))
        .hasValueSatisfying(
            running -> {
              assertThat(running.bootstrapServers()).isEqualTo(stack.bootstrapServers());
              assertThat(running.registryUrl()).isEqualTo(stack.registryUrl());
              assertThat(running.pid()).isEqualTo(ProcessHandle.current().pid());
            });
    assertThatThrownBy(() -> DevStack.start(DevStackConfig.in(directory, 0, 0)))
        .isInstanceOf(DevStackException.class)
        .hasMessageContaining("in use by another stack");
  }
}
