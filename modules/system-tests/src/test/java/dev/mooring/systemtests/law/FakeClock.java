package dev.mooring.systemtests.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wall clock of a process as libfaketime shows it; its monotonic clock stays as it is. */
record FakeClock(Path library, Path offset) {

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"),
          Path.of("/usr/lib64/faketime/libfaketime.so.1"));

  /** Where the library is; empty where it is not installed. */
  static Optional<Path> installed() {
    return PLACES.stream().filter(Files::exists).findFirst();
  }

  static FakeClock in(Path directory) throws IOException {
    Path offset = Files.createDirectories(directory).resolve("clock");
    FakeClock clock = new FakeClock(installed().orElseThrow(), offset);
    clock.jumpTo("+0");
    return clock;
  }

  /** Shows the time that is so far from the true one: {@code +1d}, {@code -3600s}. */
  void jumpTo(String far) throws IOException {
    Files.writeString(offset, far);
  }

  /**
   * For a process that is to have this clock. Its waits are by the monotonic clock: those that the
   * library would have taken for others must be left alone, or each would be over at once.
   */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        offset.toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }
}
