package dev.mooring.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.benchmarks.bench.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithParentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path dir;

  @Test
  void shouldEndAProcessWhoseParentWasKilled() throws Exception {
    // given
    try (ChildJvm parent = ChildJvm.start(dir, List.of(), Parent.class, dir.toString())) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(parent.line())).orElseThrow();
      assertThat(child.isAlive()).isTrue();

      // when
      parent.kill();

      // then
      Awaitility.await().atMost(PATIENCE).until(() -> !child.isAlive());
    }
  }

  /** Starts a child in a directory, says its number, and waits for ever. */
  static final class Parent {

    private Parent() {}

    public static void main(String[] args) throws InterruptedException {
      ChildJvm child = ChildJvm.start(Path.of(args[0]), List.of(), Child.class);
      System.out.println(child.line());
      Thread.sleep(Duration.ofDays(1));
    }
  }

  /** Says its number, and waits for ever. */
  static final class Child {

    private Child() {}

    public static void main(String[] args) throws InterruptedException {
      WithParent.end();
      System.out.println(ProcessHandle.current().pid());
      Thread.sleep(Duration.ofDays(1));
    }
  }
}
