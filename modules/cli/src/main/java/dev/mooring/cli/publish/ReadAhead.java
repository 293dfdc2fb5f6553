package dev.mooring.cli.publish;

import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReading;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads on a thread of its own while what was read is published: to read and check a line takes as
 * long as to send it. The order stays. What comes slowly, as from a pipe, is passed on within
 * milliseconds; what comes quickly in batches, so that the two threads seldom wake each other.
 */
public final class ReadAhead implements EventReader {

  private static final int BATCH = 256;
  private static final int MOST_AHEAD = 4 * BATCH;
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final Duration LONGEST_READ = Duration.ofSeconds(1);

  private final EventReader reader;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("mooring-reader").unstarted(this::read);
  private final Deque<EventReading> taken = new ArrayDeque<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition room = lock.newCondition();
  private List<EventReading> ahead = new ArrayList<>();
  private boolean ended;
  private boolean closed;
  private RuntimeException failure;

  private ReadAhead(EventReader reader) {
    this.reader = reader;
  }

  /** Begins to read. */
  public static ReadAhead of(EventReader reader) {
    ReadAhead readAhead = new ReadAhead(reader);
    readAhead.thread.start();
    return readAhead;
  }

  private void read() {
    try {
      while (reader.hasNext() && add(reader.next())) {
        // until the end is reached, or nobody wants more
      }
      end(null);
    } catch (RuntimeException broken) {
      end(broken);
    } catch (Error broken) {
      end(new IllegalStateException("reading ended: " + broken, broken));
    }
  }

  private boolean add(EventReading reading) {
    lock.lock();
    try {
      while (ahead.size() == MOST_AHEAD && !closed) {
        room.awaitUninterruptibly();
      }
      ahead.add(reading);
      if (ahead.size() == 1 || ahead.size() == BATCH) {
        changed.signal();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void end(RuntimeException broken) {
    lock.lock();
    try {
      failure = broken;
      ended = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean hasNext() {
    if (taken.isEmpty()) {
      take();
    }
    return !taken.isEmpty();
  }

  /** What was read before the stream failed comes first. */
  private void take() {
    lock.lock();
    try {
      while (ahead.isEmpty() && !ended) {
        changed.awaitUninterruptibly();
      }
      awaitBatch();
      taken.addAll(ahead);
      ahead = new ArrayList<>();
      room.signal();
      if (taken.isEmpty() && failure != null) {
        throw failure;
      }
    } finally {
      lock.unlock();
    }
  }

  private void awaitBatch() {
    try {
      long left = PATIENCE_NANOS;
      while (ahead.size() < BATCH && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt(); // whoever publishes sees it; nothing is lost here
    }
  }

  @Override
  public EventReading next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the end is reached");
    }
    return taken.remove();
  }

  /**
   * Ends the reading, then closes the reader. One that waits in a pipe is left alone: readers are
   * for one thread, and it ends with the process.
   */
  @Override
  public void close() {
    stop();
    if (hasEnded()) {
      reader.close();
    }
  }

  private void stop() {
    lock.lock();
    try {
      closed = true;
      room.signal();
    } finally {
      lock.unlock();
    }
  }

  private boolean hasEnded() {
    try {
      return thread.join(LONGEST_READ);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
