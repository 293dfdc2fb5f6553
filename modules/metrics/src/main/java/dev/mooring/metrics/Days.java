package dev.mooring.metrics;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;

/**
 * Counts by UTC day, counted from 1970-01-01, in the order of the days. They lie in blocks of
 * {@value #BLOCK} days, because what is reported together mostly happened within a few weeks: a
 * tree of days costs a walk through memory for each of them.
 */
public final class Days {

  /** Days in a block; those of block b begin at b times that. */
  public static final int BLOCK = 32;

  private static final int SHIFT = 5;

  private int[] numbers = new int[2];
  private Counts[][] blocks = new Counts[2][];
  private int size;

  /** The block in which a day lies. */
  public static int blockOf(int day) {
    return day >> SHIFT;
  }

  /** The counts of a day; null when there are none. */
  public Counts get(int day) {
    int at = find(blockOf(day));
    return at < 0 ? null : blocks[at][placeOf(day)];
  }

  /** Visits the days that there are. */
  public void forEach(ObjIntConsumer<Counts> visitor) {
    for (int at = 0; at < size; at++) {
      visit(at, visitor);
    }
  }

  /** Visits the days of a block that there are. */
  public void forEachIn(int block, ObjIntConsumer<Counts> visitor) {
    int at = find(block);
    if (at >= 0) {
      visit(at, visitor);
    }
  }

  /** Whether there is no day. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** The first day whose counts are such; null when none are. */
  Integer first(Predicate<Counts> such) {
    for (int at = 0; at < size; at++) {
      for (int place = 0; place < BLOCK; place++) {
        if (blocks[at][place] != null && such.test(blocks[at][place])) {
          return dayAt(at, place);
        }
      }
    }
    return null;
  }

  /** The last day whose counts are such; null when none are. */
  Integer last(Predicate<Counts> such) {
    for (int at = size - 1; at >= 0; at--) {
      for (int place = BLOCK - 1; place >= 0; place--) {
        if (blocks[at][place] != null && such.test(blocks[at][place])) {
          return dayAt(at, place);
        }
      }
    }
    return null;
  }

  /** The counts of a day, to be added to; {@link #forgetIfZero} must follow. */
  Counts of(int day) {
    int at = find(blockOf(day));
    if (at < 0) {
      at = -at - 1;
      insert(at, blockOf(day));
    }
    Counts[] block = blocks[at];
    int place = placeOf(day);
    if (block[place] == null) {
      block[place] = new Counts();
    }
    return block[place];
  }

  /** Forgets all days of a block. */
  void forget(int block) {
    int at = find(block);
    if (at >= 0) {
      remove(at);
    }
  }

  void forgetIfZero(int day, Counts counts) {
    if (counts.isZero()) {
      int at = find(blockOf(day));
      blocks[at][placeOf(day)] = null;
      if (Arrays.stream(blocks[at]).allMatch(left -> left == null)) {
        remove(at);
      }
    }
  }

  private void visit(int at, ObjIntConsumer<Counts> visitor) {
    Counts[] block = blocks[at];
    for (int place = 0; place < BLOCK; place++) {
      if (block[place] != null) {
        visitor.accept(block[place], dayAt(at, place));
      }
    }
  }

  /** Most facts are of the latest block, so that is looked at first. */
  private int find(int block) {
    if (size > 0 && numbers[size - 1] == block) {
      return size - 1;
    }
    return Arrays.binarySearch(numbers, 0, size, block);
  }

  private void insert(int at, int block) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
      blocks = Arrays.copyOf(blocks, size * 2);
    }
    System.arraycopy(numbers, at, numbers, at + 1, size - at);
    System.arraycopy(blocks, at, blocks, at + 1, size - at);
    numbers[at] = block;
    blocks[at] = new Counts[BLOCK];
    size++;
  }

  private void remove(int at) {
    size--;
    System.arraycopy(numbers, at + 1, numbers, at, size - at);
    System.arraycopy(blocks, at + 1, blocks, at, size - at);
    blocks[size] = null;
  }

  private int dayAt(int at, int place) {
    return (numbers[at] << SHIFT) + place;
  }

  private static int placeOf(int day) {
    return day & (BLOCK - 1);
  }
}
