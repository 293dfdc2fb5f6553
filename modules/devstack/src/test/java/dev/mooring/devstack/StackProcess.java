package dev.mooring.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Runs a stack in a process of its own, which a test may kill. */
final class StackProcess {

  private static final String READY = "ready ";

  private StackProcess() {}

  /** Runs until it is killed or its standard input ends. */
  public static void main(String[] args) throws IOException {
    try (DevStack stack = DevStack.start(DevStackConfig.in(Path.of(args[0]), 0, 0))) {
      System.out.println(READY + stack.bootstrapServers());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  static Process launch(Path directory) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-D" + RegistryDistribution.HOME_PROPERTY + "=" + RegistryDistribution.find(),
            "-cp",
            System.getProperty("java.class.path"),
            StackProcess.class.getName(),
            directory.toString());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  static void awaitReady(Process process) {
    assertThat(process.inputReader().lines().anyMatch(line -> line.startsWith(READY))).isTrue();
  }
}
