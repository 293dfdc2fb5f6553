package dev.mooring.benchmarks.edges;

import dev.mooring.benchmarks.engine.PeakMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * One run of a command as a user runs it: a process of its own, from its start to its end.
 *
 * @param seconds by the clock on the wall
 * @param cpuSeconds of processors, in steps of 10 ms; NaN where the system does not tell
 * @param peakBytes the most resident memory that was seen, looked at every few milliseconds; null
 *     where the system does not tell
 */
public record CommandRun(double seconds, double cpuSeconds, Long peakBytes) {

  private static final Path STAT = Path.of("/proc/self/stat");
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final int LOOK_MILLIS = 5;
  private static final double TICKS_PER_SECOND = 100;

  /** Fields 16 and 17 of the system's line, counted behind the name, which may hold blanks. */
  private static final int CHILDREN_USER = 13;

  private static final int TOLD = 10;

  /**
   * Runs a command and waits for its end.
   *
   * @param errors where its standard error goes
   * @throws IllegalStateException when it fails, with what it said last
   */
  public static CommandRun of(ProcessBuilder command, Path errors)
      throws IOException, InterruptedException {
    command.redirectError(errors.toFile());
    double cpuBefore = cpuOfEndedChildren();
    long began = System.nanoTime();
    Process process = command.start();
    Long peak = null;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = larger(peak, PeakMemory.of(process.pid()));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (process.exitValue() != 0) {
      throw failed(command, process, errors);
    }
    return new CommandRun(seconds, cpuOfEndedChildren() - cpuBefore, peak);
  }

  private static Long larger(Long a, Long b) {
    return a == null || (b != null && b > a) ? b : a;
  }

  private static double cpuOfEndedChildren() {
    if (!Files.isReadable(STAT)) {
      return Double.NaN;
    }
    try {
      String line = Files.readString(STAT);
      return BLANK
              .splitAsStream(line.substring(line.lastIndexOf(')') + 2))
              .skip(CHILDREN_USER)
              .limit(2)
              .mapToLong(Long::parseLong)
              .sum()
          / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + STAT, e);
    }
  }

  private static IllegalStateException failed(ProcessBuilder command, Process process, Path errors)
      throws IOException {
    List<String> said = Files.readAllLines(errors);
    return new IllegalStateException(
        "%s ended with code %d; it said last:%n%s"
            .formatted(
                String.join(" ", command.command()),
                process.exitValue(),
                String.join("\n", said.subList(Math.max(0, said.size() - TOLD), said.size()))));
  }
}
