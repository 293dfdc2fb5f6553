package dev.mooring.cli.publish;

import dev.mooring.cli.CommandException;
import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Gives events in the order in which they happened, each when its time has come. What is no event
 * comes first, at once.
 */
public final class PacedReader implements EventReader {

  /** An event takes about a kilobyte of memory. */
  private static final int MOST_EVENTS = 500_000;

  private final Deque<EventReading> readings;
  private final Pace pace;
  private final LongSupplier nanoTime;
  private final LongConsumer sleep;
  private Instant firstEvent;
  private long start;

  private PacedReader(
      Deque<EventReading> readings, Pace pace, LongSupplier nanoTime, LongConsumer sleep) {
    this.readings = readings;
    this.pace = pace;
    this.nanoTime = nanoTime;
    this.sleep = sleep;
  }

  /**
   * Reads all there is, to play it.
   *
   * @throws CommandException when there is more than is held in memory
   */
  public static PacedReader of(EventReader reader, Pace pace) {
    return of(reader, pace, MOST_EVENTS, System::nanoTime, LockSupport::parkNanos);
  }

  static PacedReader of(
      EventReader reader, Pace pace, int most, LongSupplier nanoTime, LongConsumer sleep) {
    List<EventReading> readings = new ArrayList<>();
    while (reader.hasNext()) {
      if (readings.size() == most) {
        throw new CommandException(
            "--pace: the file has more than %d events, which is what is held in memory to sort them; play a part of it"
                .formatted(most));
      }
      readings.add(reader.next());
    }
    readings.sort(Comparator.comparing(PacedReader::when));
    return new PacedReader(new ArrayDeque<>(readings), pace, nanoTime, sleep);
  }

  @Override
  public boolean hasNext() {
    return !readings.isEmpty();
  }

  @Override
  public EventReading next() {
    EventReading next = readings.remove();
    if (next instanceof EventReading.Read(long line, Event event)) {
      await(event.getOccurredAt());
    }
    return next;
  }

  @Override
  public void close() {}

  private void await(Instant occurredAt) {
    if (firstEvent == null) {
      firstEvent = occurredAt;
      start = nanoTime.getAsLong();
    }
    long due = start + pace.nanosOf(Duration.between(firstEvent, occurredAt));
    for (long left = due - nanoTime.getAsLong();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = due - nanoTime.getAsLong()) {
      sleep.accept(left);
    }
  }

  private static Instant when(EventReading reading) {
    return switch (reading) {
      case EventReading.Read(long line, Event event) -> event.getOccurredAt();
      case EventReading.Unreadable bad -> Instant.MIN;
    };
  }
}
