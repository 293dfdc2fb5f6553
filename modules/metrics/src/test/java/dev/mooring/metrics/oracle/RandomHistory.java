package dev.mooring.metrics.oracle;

import dev.mooring.contract.event.Event;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * An endless history of valid events, the same for the same seed: what {@link Histories} generates,
 * for runs that are too long for a property test. Not safe for several threads.
 */
public final class RandomHistory implements Iterator<Event> {

  private final HistoryWriter writer;
  private final Random random;

  /** A history in {@link World#WIDE}. */
  public RandomHistory(long seed) {
    this(seed, World.WIDE);
  }

  /** A history in a world; different seeds give different ids as well. */
  public RandomHistory(long seed, World world) {
    this.random = new Random(seed);
    this.writer = new HistoryWriter(world, random.nextLong());
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Event next() {
    return writer.next(random::nextInt);
  }

  /** The next events of the history. */
  public List<Event> take(int number) {
    return Stream.generate(this::next).limit(number).toList();
  }
}
