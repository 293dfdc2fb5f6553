package dev.mooring.topology.stage;

import java.time.Duration;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a stream thread is to commit before its interval is over: once the differences of the last
 * commit have come, whose rows would else wait for a whole interval. All tasks of a thread commit
 * together, so they share one of these, which is for that thread only.
 */
final class EarlyCommit {

  /** How often it is looked at, and for how long no more differences are to have come. */
  static final Duration QUIET = Duration.ofMillis(10);

  private final long intervalMs;
  private boolean fresh;
  private long quietSince;
  private long asked;

  /** One of a thread that commits by itself in such an interval. */
  EarlyCommit(Duration interval) {
    this.intervalMs = interval.toMillis();
    this.asked = -intervalMs;
  }

  /** The interval of the thread's commits. */
  static Duration interval(ProcessorContext<?, ?> context) {
    Object millis = context.appConfigs().get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
    return Duration.ofMillis(Long.parseLong(millis.toString()));
  }

  /** A task has taken a difference. */
  void taken() {
    fresh = true;
  }

  /**
   * Whether to ask for a commit now. At most one an interval: it sends new differences, too, and
   * these would ask for the next one, and so on for ever.
   *
   * @param now wall-clock time in milliseconds
   * @param isPending whether the task that looks has something to commit; if not, it cannot ask
   */
  boolean isDue(long now, boolean isPending) {
    if (fresh) {
      fresh = false;
      quietSince = now;
    }
    boolean due = isPending && now - quietSince >= QUIET.toMillis() && now - asked >= intervalMs;
    if (due) {
      asked = now;
    }
    return due;
  }
}
