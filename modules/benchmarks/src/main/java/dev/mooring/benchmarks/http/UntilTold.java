package dev.mooring.benchmarks.http;

import java.io.IOException;

/** Keeps a process until the one that started it closes its standard input, or ends. */
final class UntilTold {

  private UntilTold() {}

  static void await() throws IOException {
    while (System.in.read() >= 0) {
      // nothing is said but the end
    }
  }
}
