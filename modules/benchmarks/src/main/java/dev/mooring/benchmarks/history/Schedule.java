package dev.mooring.benchmarks.history;

import java.util.Arrays;

/**
 * Things to come, by their time and, at the same time, by an order that depends on nothing but what
 * was added and taken before. A binary heap over one long each, time above slot, so that a million
 * open relationships stay within the processor's cache.
 */
final class Schedule<T> {

  private static final int SLOT_BITS = 22;
  private static final int MOST = 1 << SLOT_BITS;
  private static final long LATEST = 1L << (63 - SLOT_BITS);

  private long[] heap = new long[1024];
  private Object[] slots = new Object[1024];
  private int[] free = new int[1024];
  private int size;

  Schedule() {
    for (int slot = 0; slot < free.length; slot++) {
      free[slot] = slot;
    }
  }

  int size() {
    return size;
  }

  /** Milliseconds of the next thing; only while there is one. */
  long nextAt() {
    return heap[0] >>> SLOT_BITS;
  }

  /**
   * Adds a thing.
   *
   * @param at milliseconds from the start of the history
   */
  void add(long at, T thing) {
    if (at < 0 || at >= LATEST) {
      throw new IllegalArgumentException("at: " + at + ", should be from 0 to below " + LATEST);
    }
    if (size == heap.length) {
      grow();
    }
    int slot = free[size];
    slots[slot] = thing;
    rise(size, (at << SLOT_BITS) | slot);
    size++;
  }

  /** Takes the next thing; only while there is one. */
  @SuppressWarnings("unchecked") // add is the only writer of slots
  T take() {
    int slot = (int) heap[0] & (MOST - 1);
    T thing = (T) slots[slot];
    slots[slot] = null;
    size--;
    free[size] = slot;
    if (size > 0) {
      sink(heap[size]);
    }
    return thing;
  }

  private void rise(int from, long entry) {
    int at = from;
    while (at > 0 && heap[(at - 1) / 2] > entry) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = entry;
  }

  private void sink(long entry) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= entry) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = entry;
  }

  private void grow() {
    if (size == MOST) {
      throw new IllegalStateException(
          "more than " + MOST + " open relationships and reports: give the history a longer span");
    }
    int larger = 2 * size;
    heap = Arrays.copyOf(heap, larger);
    slots = Arrays.copyOf(slots, larger);
    free = Arrays.copyOf(free, larger);
    for (int slot = size; slot < larger; slot++) {
      free[slot] = slot;
    }
  }
}
