package dev.mooring.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The present rows, those who wait for them, and those who are told of steps. */
final class LiveRows {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRows.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition progress = lock.newCondition();
  private final List<Listening> listeners = new ArrayList<>();
  private volatile PackedSnapshot present;

  /** What was read and is shown: unlike the snapshot's it ends before rows that are held back. */
  private Position shown = Position.START;

  private boolean ended;

  LiveRows(RowCodecs codecs) {
    this.present = PackedSnapshot.empty(codecs);
  }

  PackedSnapshot present() {
    return present;
  }

  /**
   * Takes a step, and tells of it. Steps are taken by one thread.
   *
   * @param read what was read
   * @param nowShown what was read and is shown
   */
  void take(Step step, Position read, Position nowShown) {
    PackedSnapshot before = present;
    PackedSnapshot after = before.with(step, read);
    List<Listening> told;
    lock.lock();
    try {
      present = after;
      shown = nowShown;
      told = List.copyOf(listeners);
      progress.signalAll();
    } finally {
      lock.unlock();
    }
    if (step.size() > 0 && !told.isEmpty()) {
      Changes changes = new Changes(after, new StepChanges(before, step.rows()));
      told.forEach(listener -> listener.tell(changes));
    }
  }

  boolean await(Position position, Duration atMost) throws InterruptedException {
    return await(() -> shown.covers(position), atMost);
  }

  /** Waits for something that {@link #take} or {@link #signal} may bring about. */
  boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (!condition.getAsBoolean() && left > 0 && !ended) {
        left = progress.awaitNanos(left);
      }
      return condition.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }

  /** Lets those who wait look again. */
  void signal() {
    locked(progress::signalAll);
  }

  /** Nothing will come any more. */
  void end() {
    locked(
        () -> {
          ended = true;
          progress.signalAll();
        });
  }

  View.Subscription onChanges(Consumer<Changes> listener) {
    lock.lock();
    try {
      Listening listening = new Listening(present, listener);
      listeners.add(listening);
      return listening;
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** One who is told of steps. */
  private final class Listening implements View.Subscription {

    private final Snapshot start;
    private final Consumer<Changes> listener;
    private volatile boolean closed;

    Listening(Snapshot start, Consumer<Changes> listener) {
      this.start = start;
      this.listener = listener;
    }

    @Override
    public Snapshot start() {
      return start;
    }

    /** What a listener does wrong is its own affair: the view and the others go on. */
    void tell(Changes changes) {
      if (!closed) {
        try {
          listener.accept(changes);
        } catch (RuntimeException failed) {
          LOG.error("a listener failed at {}; it goes on", changes.after().position(), failed);
        }
      }
    }

    @Override
    public void close() {
      closed = true;
      locked(() -> listeners.remove(this));
    }
  }
}
