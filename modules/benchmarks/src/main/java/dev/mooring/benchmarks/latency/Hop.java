package dev.mooring.benchmarks.latency;

import dev.mooring.contract.TopicSpec;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** When the row of each probe first showed in one topic. One thread writes, another reads. */
final class Hop {

  private final TopicSpec topic;
  private final long[] arrived;
  private final AtomicInteger count = new AtomicInteger();

  Hop(TopicSpec topic, int probes) {
    this.topic = topic;
    this.arrived = new long[probes];
  }

  TopicSpec topic() {
    return topic;
  }

  /** A row was seen. */
  void seen(byte[] key, long nanos) {
    int number = Probe.numberIn(key);
    if (number >= 0 && arrived[number] == 0) {
      arrived[number] = nanos;
      count.incrementAndGet();
    }
  }

  /** Probes that have arrived; what was written before is seen by whoever asks. */
  int count() {
    return count.get();
  }

  /** What some probes took since they were due. */
  Quantiles since(long[] due, int from, int to) {
    return Quantiles.ofNanos(
        IntStream.range(from, to).mapToLong(number -> arrived[number] - due[number]).toArray());
  }
}
