package dev.mooring.server.stream;

import dev.mooring.server.stream.Entry.Mark;
import dev.mooring.server.stream.Entry.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The latest entries, numbered. Who tells never waits; who reads waits for the next ones, and
 * learns when it was too late for some.
 */
final class Ring {

  private static final int MOST_AT_ONCE = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final Entry[] entries;
  private final Places floor = new Places(Arrays.asList(Feed.values()));
  private final Places head = new Places(Arrays.asList(Feed.values()));
  private long first;
  private long next;
  private boolean open;
  private boolean closed;

  Ring(int capacity) {
    this.entries = new Entry[capacity];
  }

  /**
   * Some entries, or none when time ran out.
   *
   * @param lapped whether some that should come are there no more
   * @param next number of the entry behind them
   */
  record Batch(List<Entry> entries, boolean lapped, long next) {}

  /** Begins: what comes behind these places will be told. */
  void open(Places from) {
    lock.lock();
    try {
      floor.reach(from);
      head.reach(from);
      open = true;
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is open or closed; false when time ran out. */
  boolean awaitOpen(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!open && !closed && left > 0) {
        left = more.awaitNanos(left);
      }
      return open || closed;
    } finally {
      lock.unlock();
    }
  }

  void tell(List<? extends Entry> news) {
    lock.lock();
    try {
      news.forEach(this::add);
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The places up to which all was told. */
  Places head() {
    lock.lock();
    try {
      return head.copy();
    } finally {
      lock.unlock();
    }
  }

  /** The number from which to read to go on from these places; empty when some entry is gone. */
  OptionalLong find(Places places) {
    lock.lock();
    try {
      return places.covers(floor) ? OptionalLong.of(first) : OptionalLong.empty();
    } finally {
      lock.unlock();
    }
  }

  /** The entries from a number on; waits for the first one. */
  Batch read(long from, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (from == next && !closed && left > 0) {
        left = more.awaitNanos(left);
      }
      if (from < first) {
        return new Batch(List.of(), true, first);
      }
      long end = Math.min(next, from + MOST_AT_ONCE);
      List<Entry> batch = new ArrayList<>((int) (end - from));
      for (long number = from; number < end; number++) {
        batch.add(entries[place(number)]);
      }
      return new Batch(batch, false, end);
    } finally {
      lock.unlock();
    }
  }

  private void add(Entry entry) {
    if (next - first == entries.length) {
      pass(floor, entries[place(first)]);
      first++;
    }
    entries[place(next)] = entry;
    pass(head, entry);
    next++;
  }

  private int place(long number) {
    return (int) (number % entries.length);
  }

  static void pass(Places places, Entry entry) {
    switch (entry) {
      case Mark mark -> places.reach(mark.position());
      case Told told when told.offset() >= 0 ->
          places.reach(told.feed(), told.partition(), told.offset() + 1);
      case Told status -> {}
    }
  }
}
