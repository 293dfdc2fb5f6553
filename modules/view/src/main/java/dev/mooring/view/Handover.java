package dev.mooring.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Has things dealt with on a thread of its own, in their order, while their giver goes on to get
 * more. A few are dealt with by the giver itself, so that little work starts no thread.
 */
final class Handover<T> implements AutoCloseable {

  private static final int BATCH = 5_000;
  private static final int MOST_BATCHES = 4;

  private final Consumer<T> taker;
  private final Semaphore room = new Semaphore(MOST_BATCHES);
  private List<T> batch = new ArrayList<>();
  private ExecutorService thread;
  private volatile Throwable failure;

  Handover(Consumer<T> taker) {
    this.taker = taker;
  }

  /**
   * Hands something over, after waiting for room if there is none.
   *
   * @throws RuntimeException what the taker threw at something before; nothing behind is taken then
   */
  void give(T thing) {
    batch.add(thing);
    if (batch.size() == BATCH) {
      handOver();
    }
  }

  /** Waits until everything was dealt with. */
  void finish() {
    if (thread == null) {
      batch.forEach(taker);
      return;
    }
    handOver();
    room.acquireUninterruptibly(MOST_BATCHES);
    room.release(MOST_BATCHES);
    throwFailure();
  }

  private void handOver() {
    throwFailure();
    if (thread == null) {
      thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    }
    List<T> whole = batch;
    batch = new ArrayList<>(BATCH);
    room.acquireUninterruptibly();
    thread.execute(() -> take(whole));
  }

  private void take(List<T> whole) {
    try {
      if (failure == null) {
        whole.forEach(taker);
      }
    } catch (RuntimeException | Error broken) {
      failure = broken;
    } finally {
      room.release();
    }
  }

  private void throwFailure() {
    switch (failure) {
      case null -> {}
      case RuntimeException broken -> throw broken;
      case Error broken -> throw broken;
      default -> throw new IllegalStateException(failure);
    }
  }

  /** Ends the thread, when it has dealt with what it has. */
  @Override
  public void close() {
    if (thread != null) {
      thread.shutdown();
    }
  }
}
