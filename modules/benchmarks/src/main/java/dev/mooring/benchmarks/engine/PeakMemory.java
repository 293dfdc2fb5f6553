package dev.mooring.benchmarks.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The most memory that a process ever had, where the system tells: on Linux. */
public final class PeakMemory {

  private static final String LINE = "VmHWM:";

  private PeakMemory() {}

  /** Bytes, or null. */
  static Long ofThisProcess() {
    Path status = status("self");
    if (!Files.isReadable(status)) {
      return null;
    }
    try {
      return in(Files.readAllLines(status));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + status, e);
    }
  }

  /** Bytes of another process, or null: it may have ended. */
  public static Long of(long pid) {
    try {
      return in(Files.readAllLines(status(Long.toString(pid))));
    } catch (IOException ended) {
      return null;
    }
  }

  private static Path status(String process) {
    return Path.of("/proc", process, "status");
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
