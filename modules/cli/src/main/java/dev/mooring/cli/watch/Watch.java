package dev.mooring.cli.watch;

import dev.mooring.view.Row;
import dev.mooring.view.Snapshot;
import dev.mooring.view.View;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Shows rows whenever they change, until the thread is interrupted. */
public final class Watch {

  /** How often it is told how fresh the rows are when nothing changes. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(1);

  /** No eye follows more often, and a busy topology would keep the terminal busy too. */
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  private Watch() {}

  /**
   * Watches.
   *
   * @param rows what is watched in a snapshot
   */
  public static <T> void run(View view, Function<Snapshot, List<Row<T>>> rows, Watched<T> watched) {
    Semaphore changed = new Semaphore(0);
    View.Subscription subscription = view.onChanges(step -> changed.release());
    try {
      while (!Thread.currentThread().isInterrupted()) {
        changed.drainPermits();
        // Asked first: the rows are as fresh as it says, or fresher.
        var freshness = view.freshness();
        watched.show(rows.apply(view.snapshot()), freshness);
        if (changed.tryAcquire(LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS)) {
          TimeUnit.MILLISECONDS.sleep(SHORTEST_PAUSE.toMillis());
        }
      }
    } catch (InterruptedException asked) {
      // That is how it ends.
    } finally {
      subscription.close();
    }
  }
}
