package dev.mooring.metrics.oracle;

import dev.mooring.contract.event.Event;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/**
 * Generated histories for property tests: valid records of the events topic, in no order that
 * matters, over few banks, firms, cities and days, so that every rule of sections 3 and 4 meets
 * every other. {@link HistoryWriter} says what happens in them; {@link RandomHistory} is the same
 * without end, for real brokers.
 *
 * <p>Each event shrinks by itself, towards an ACCOUNT_OPENED of bank-1 and firm-1 in city-1 on
 * 2023-01-28; one that refers to an earlier event refers to another when that one is dropped.
 */
public final class Histories {

  /** Most events in a history, unless told otherwise. */
  public static final int DEFAULT_EVENTS = 60;

  /** More than any event takes. */
  private static final int CHOICES_PER_EVENT = 24;

  private static final int ENOUGH_FOR_ANY_CHOICE = 10_000;

  private Histories() {}

  /** Histories of at most {@value #DEFAULT_EVENTS} events in a small world. */
  public static Arbitrary<List<Event>> histories() {
    return histories(DEFAULT_EVENTS);
  }

  /** Histories of some size in a small world. */
  public static Arbitrary<List<Event>> histories(int maxEvents) {
    return histories(World.SMALL, maxEvents);
  }

  /** Histories of some size in a world. */
  public static Arbitrary<List<Event>> histories(World world, int maxEvents) {
    return Arbitraries.integers()
        .between(0, ENOUGH_FOR_ANY_CHOICE - 1)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .array(int[].class)
        .ofSize(CHOICES_PER_EVENT)
        .list()
        .ofMaxSize(maxEvents)
        .map(choices -> write(world, choices));
  }

  private static List<Event> write(World world, List<int[]> choices) {
    HistoryWriter writer = new HistoryWriter(world, 0);
    return choices.stream().map(made -> writer.next(new Made(made))).toList();
  }

  /** Choices made before; when they run out, the simplest. */
  private static final class Made implements Choices {

    private final int[] choices;
    private int taken;

    Made(int[] choices) {
      this.choices = choices;
    }

    @Override
    public int below(int bound) {
      return taken < choices.length ? choices[taken++] % bound : 0;
    }
  }
}
