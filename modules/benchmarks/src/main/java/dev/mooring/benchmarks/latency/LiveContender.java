package dev.mooring.benchmarks.latency;

import dev.mooring.benchmarks.engine.LiveEngine;
import dev.mooring.benchmarks.engine.MooringLive;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An engine whose latency can be measured.
 *
 * @param name short, for the command line
 * @param what it is, for the reader of the table
 */
record LiveContender(String name, String what, Class<? extends LiveEngine> engine) {

  static final List<LiveContender> ALL =
      List.of(new LiveContender("M", "Mooring, exactly once", MooringLive.class));

  /** The contender of that name. */
  static LiveContender named(String name) {
    return ALL.stream()
        .filter(contender -> contender.name.equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    String known = ALL.stream().map(LiveContender::name).collect(Collectors.joining(", "));
    return new IllegalArgumentException("engine: " + name + ", should be one of " + known);
  }
}
