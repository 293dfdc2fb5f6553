package dev.mooring.view;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds back the rows of promotions until all of a promotion was read, so that it shows as one
 * step. Records of one key stay in their order: one behind a record that is held waits with it.
 */
final class Promotions {

  private record Key(String topic, ByteBuffer key) {

    static Key of(RawRow row) {
      return new Key(row.topic.name(), ByteBuffer.wrap(row.key));
    }
  }

  private record Held(RawRow row, String promotion) {}

  private List<Held> held = new ArrayList<>();

  /** With which promotion the last record of a key waits. */
  private final Map<Key, String> waiting = new HashMap<>();

  /** Where the promotions end whose lane record was read. */
  private final Map<String, Position> ends = new HashMap<>();

  private final Set<String> over = new HashSet<>();

  /**
   * Takes a row.
   *
   * @param promotion which it is a part of; null for none
   * @param out takes the row if it need not wait
   */
  void take(RawRow row, String promotion, Consumer<RawRow> out) {
    String holder = promotion == null || over.contains(promotion) ? null : promotion;
    if (holder == null && !held.isEmpty()) {
      holder = waiting.get(Key.of(row));
    }
    if (holder == null) {
      out.accept(row);
    } else {
      held.add(new Held(row, holder));
      waiting.put(Key.of(row), holder);
    }
  }

  /** The lane record of a promotion was read. */
  void announced(String promotion, Position promotedEnds) {
    ends.put(promotion, promotedEnds);
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  int size() {
    return held.size();
  }

  /** Lets go of the promotions that were read to their ends, as far as their topics are read. */
  void reached(Position read, Consumer<RawRow> out) {
    if (!held.isEmpty()) {
      pending().stream()
          .filter(promotion -> isWhole(promotion, read))
          .forEach(promotion -> release(promotion, out));
    }
  }

  /** Promotions that wait for their lane record. */
  Set<String> unannounced() {
    return pending().stream()
        .filter(promotion -> !ends.containsKey(promotion))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Lets go of a promotion, and of what stands before it under the same keys. */
  void release(String promotion, Consumer<RawRow> out) {
    over.add(promotion);
    boolean[] released = releasedWith(promotion);
    List<Held> left = new ArrayList<>();
    waiting.clear();
    for (int i = 0; i < released.length; i++) {
      Held next = held.get(i);
      if (released[i]) {
        out.accept(next.row());
      } else {
        left.add(next);
        waiting.put(Key.of(next.row()), next.promotion());
      }
    }
    held = left;
  }

  private boolean[] releasedWith(String promotion) {
    boolean[] released = new boolean[held.size()];
    Set<Key> keys = new HashSet<>();
    for (int i = released.length - 1; i >= 0; i--) {
      Held next = held.get(i);
      if (next.promotion().equals(promotion)) {
        keys.add(Key.of(next.row()));
      }
      released[i] = keys.contains(Key.of(next.row()));
    }
    return released;
  }

  /** What was read and is not held back. */
  Position shown(Position read) {
    if (held.isEmpty()) {
      return read;
    }
    Map<TopicPartition, Long> next = new HashMap<>(read.next());
    held.forEach(waits -> next.merge(waits.row().topicPartition(), waits.row().offset, Math::min));
    return new Position(next);
  }

  /** What is still to be read of the promotions, in words. */
  String waitsFor(Position read) {
    return pending().stream()
        .map(
            promotion ->
                ends.containsKey(promotion)
                    ? "promotion %s ends at %s".formatted(promotion, missing(promotion, read))
                    : "the lane record of promotion " + promotion)
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private Position missing(String promotion, Position read) {
    Map<TopicPartition, Long> missing = new HashMap<>(ends.get(promotion).next());
    missing
        .entrySet()
        .removeIf(
            end ->
                !read.next().containsKey(end.getKey())
                    || read.next(end.getKey()) >= end.getValue());
    return new Position(missing);
  }

  private Set<String> pending() {
    return held.stream().map(Held::promotion).collect(Collectors.toSet());
  }

  private boolean isWhole(String promotion, Position read) {
    return ends.containsKey(promotion) && missing(promotion, read).next().isEmpty();
  }
}
