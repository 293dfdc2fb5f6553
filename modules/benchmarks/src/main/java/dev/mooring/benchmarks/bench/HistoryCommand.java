package dev.mooring.benchmarks.bench;

import dev.mooring.benchmarks.history.HistoryConfig;
import dev.mooring.benchmarks.history.HistoryGenerator;
import dev.mooring.contract.codec.EventJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a generated history for people and for {@code mooring publish}. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes a generated history as JSON lines, which mooring publish takes.")
final class HistoryCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Standard output when missing.")
  private Path file;

  @Option(names = "--events", description = "How many (${DEFAULT-VALUE}).")
  private long events = 1_000_000;

  @Option(names = "--seed", description = "Seed of the history (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    HistoryGenerator history = new HistoryGenerator(HistoryConfig.of(seed, events));
    try (BufferedWriter out = open()) {
      history.forEachRemaining(
          event -> {
            try {
              out.write(EventJson.write(event));
              out.write('\n');
            } catch (IOException e) {
              throw new UncheckedIOException("writing the history", e);
            }
          });
    }
    return CommandLine.ExitCode.OK;
  }

  private BufferedWriter open() throws IOException {
    PrintStream standard = System.out;
    return file == null
        ? new BufferedWriter(new OutputStreamWriter(standard, StandardCharsets.UTF_8))
        : Files.newBufferedWriter(file);
  }
}
