package dev.mooring.view;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Metric rows, live: what the committed records of the metric topics say, as of now and as they
 * change.
 *
 * <p>Every step is whole: a snapshot never shows half of what was read together, and a promotion of
 * another lane (section 8 of the contract) is one step.
 */
public interface View extends AutoCloseable {

  /** All rows as of now; the same object until something changes. */
  Snapshot snapshot();

  /** How fresh the rows are. */
  Freshness freshness();

  /**
   * Waits until all that a position covers is shown: not only read, but no row of it held back for
   * a promotion that is not whole yet.
   *
   * @return whether it is; false when time ran out
   */
  boolean await(Position position, Duration atMost) throws InterruptedException;

  /**
   * Waits until the view has read to where the topics ended when it began.
   *
   * @return whether it has; false when time ran out
   */
  boolean awaitCaughtUp(Duration atMost) throws InterruptedException;

  /**
   * Tells of every step from now on, on the thread that reads: a listener that is slow delays the
   * view, one that throws is told to the log and goes on being called.
   *
   * @return the snapshot from which the steps go on, and the way to end them
   */
  Subscription onChanges(Consumer<Changes> listener);

  /** Tells of every row that changes: what it was and what it is; empty for none. */
  default Subscription onRow(
      BiConsumer<Optional<SpecificRecord>, Optional<SpecificRecord>> listener) {
    return onChanges(
        step -> step.changes().forEach(change -> listener.accept(change.before(), change.after())));
  }

  /** Ends reading; the last snapshot stays readable. */
  @Override
  void close();

  /** A listener that listens, until it is closed. */
  interface Subscription extends AutoCloseable {

    /** The rows before the first step that the listener is told of. */
    Snapshot start();

    @Override
    void close();
  }
}
