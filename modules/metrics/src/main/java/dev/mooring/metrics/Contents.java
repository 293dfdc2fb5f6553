package dev.mooring.metrics;

import java.util.function.Consumer;

/**
 * Every distinct content that was published under one key, slot by slot in the order of arrival. A
 * content keeps its slot for ever; one that is superseded leaves a stub there.
 *
 * <p>How they are kept is up to the implementation: as objects, or packed into bytes.
 */
public interface Contents {

  /** What {@link #find} says of an event of which nothing is there. */
  int ABSENT = -1;

  /** What {@link #find} says of a content that is there already. */
  int REPEATED = -2;

  /** How many slots there are. */
  int size();

  /**
   * Looks for a content and its event.
   *
   * @return {@link #REPEATED}; the slot of the fact that stands for the event; or {@link #ABSENT}
   */
  int find(Content content);

  /** The fact in a slot that has one: see {@link #find}. */
  Fact fact(int slot);

  /** Takes one more, into the next slot. */
  void append(Content content);

  /** Leaves a stub in the place of a fact that no longer stands. */
  void supersede(int slot);

  /** Visits the facts, slot by slot, and no stubs. */
  void forEachFact(Consumer<Fact> visitor);
}
