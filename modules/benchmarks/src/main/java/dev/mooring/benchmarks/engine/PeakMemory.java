package dev.mooring.benchmarks.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The most memory that this process ever had, where the system tells: on Linux. */
final class PeakMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String LINE = "VmHWM:";

  private PeakMemory() {}

  /** Bytes, or null. */
  static Long ofThisProcess() {
    if (!Files.isReadable(STATUS)) {
      return null;
    }
    try {
      return in(Files.readAllLines(STATUS));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + STATUS, e);
    }
  }

  static Long in(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(LINE))
        .map(line -> line.replaceAll("\\D", ""))
        .map(kilobytes -> Long.parseLong(kilobytes) * 1024)
        .findFirst()
        .orElse(null);
  }
}
