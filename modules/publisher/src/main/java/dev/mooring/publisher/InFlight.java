package dev.mooring.publisher;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts what is under way, up to a bound. Who finds it reached waits until half of it is gone:
 * otherwise it would be woken for every single one, only to wait for the next.
 */
final class InFlight {

  private final int most;
  private final int few;
  private final AtomicInteger count = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition drained = lock.newCondition();

  /** A bound of at least 1. */
  InFlight(int most) {
    this.most = most;
    this.few = most / 2;
  }

  /** Counts one more, after waiting for room if there is none. */
  void add() {
    while (!tryAdd()) {
      awaitFew();
    }
  }

  /** Counts one less. */
  void remove() {
    if (count.decrementAndGet() == few) {
      lock.lock();
      try {
        drained.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Whether there is room now; somebody else may take it. */
  boolean hasRoom() {
    return count.get() < most;
  }

  private boolean tryAdd() {
    int before = count.get();
    while (before < most && !count.compareAndSet(before, before + 1)) {
      before = count.get();
    }
    return before < most;
  }

  private void awaitFew() {
    lock.lock();
    try {
      while (count.get() > few) {
        drained.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
