package dev.mooring.benchmarks.restart;

/** How a topology ends before it is started again. */
enum Stop {
  CLEAN("a clean stop"),
  KILL("kill -9"),
  LOSS("kill -9, state directory lost");

  private final String what;

  Stop(String what) {
    this.what = what;
  }

  /** For the reader of the table. */
  String what() {
    return what;
  }

  boolean isKill() {
    return this != CLEAN;
  }
}
