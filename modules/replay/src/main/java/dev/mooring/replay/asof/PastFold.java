package dev.mooring.replay.asof;

import dev.mooring.contract.event.Precision;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.MemoryFold;
import dev.mooring.metrics.Parties;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Folds the same records for several times at once. For one thread only. */
final class PastFold {

  private final List<AsOf> times;
  private final List<MemoryFold> folds;

  PastFold(List<AsOf> times) {
    this.times = List.copyOf(times);
    this.folds = Stream.generate(MemoryFold::new).limit(times.size()).toList();
  }

  /**
   * Takes a valid event.
   *
   * @param timestamp of its record, milliseconds UTC
   * @param precision of its {@code reportedAt}; asked for only where it matters
   */
  void take(Parties parties, Fact fact, long timestamp, Supplier<Precision> precision) {
    for (int i = 0; i < folds.size(); i++) {
      if (counts(times.get(i), fact, timestamp, precision)) {
        folds.get(i).add(parties, fact);
      }
    }
  }

  /** Takes over what another one of the same times holds, which is not to be used any more. */
  void join(PastFold other) {
    for (int i = 0; i < folds.size(); i++) {
      folds.get(i).join(other.folds.get(i));
    }
  }

  /** A fold for each of the times, in their order. */
  List<MemoryFold> folds() {
    return folds;
  }

  private static boolean counts(
      AsOf time, Fact fact, long timestamp, Supplier<Precision> precision) {
    if (!time.had(timestamp)) {
      return false;
    }
    Precision known =
        time.dependsOnPrecision(fact.reportedAt()) ? precision.get() : Precision.INSTANT;
    return time.knew(fact.reportedAt(), known);
  }
}
