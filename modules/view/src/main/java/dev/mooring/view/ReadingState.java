package dev.mooring.view;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/** How far a view has read, and what keeps it from getting on. Written by the reading thread. */
final class ReadingState {

  /** Behind by more than this, to gather is quicker than to take a step for every poll. */
  private static final long NEAR = 100_000;

  private final Clock clock;
  private final Unreadable unreadable = new Unreadable();

  /** Where the topics ended when the view began. */
  private Position start = Position.START;

  private boolean begun;
  private boolean caughtUp;
  private Map<TopicPartition, Long> ends = Map.of();
  private Position position = Position.START;
  private Instant heardAt;
  private String connection;
  private String heldBack;
  private Optional<String> unreadableNow = Optional.empty();
  private String failure;

  ReadingState(Clock clock) {
    this.clock = clock;
  }

  Unreadable unreadable() {
    return unreadable;
  }

  /** A session has begun. */
  synchronized void begin(Map<TopicPartition, Long> nowEnds, Position from) {
    if (!begun) {
      start = new Position(nowEnds);
      begun = true;
    }
    position = from;
    heard(nowEnds);
  }

  synchronized void startAnew() {
    begun = false;
    caughtUp = false;
    position = Position.START;
  }

  synchronized void read(Position upTo) {
    position = upTo;
    unreadableNow = unreadable.trouble();
  }

  /** The cluster has told where the topics end. */
  synchronized void heard(Map<TopicPartition, Long> nowEnds, Promotions promotions) {
    heard(nowEnds);
    heldBack =
        promotions.isEmpty() || !isAtEnd()
            ? null
            : promotions.size() + " rows are held back: " + promotions.waitsFor(position);
  }

  private void heard(Map<TopicPartition, Long> nowEnds) {
    ends = new HashMap<>(nowEnds);
    heardAt = clock.instant();
    connection = null;
  }

  /** Something is wrong; whether that is news. */
  synchronized boolean trouble(String what) {
    boolean news = !what.equals(connection);
    connection = what;
    return news;
  }

  synchronized void failed(String what) {
    failure = what;
    caughtUp = false;
  }

  synchronized void caughtUp() {
    caughtUp = true;
  }

  /** Whether the view is about to have caught up. */
  synchronized boolean endsCatchingUp() {
    return begun && !caughtUp && position.covers(start);
  }

  /** Whether so little is left that steps may be small. */
  synchronized boolean isNearEnd() {
    return endsCatchingUp() || (caughtUp && lag() <= NEAR);
  }

  synchronized boolean isAtEnd() {
    return begun && lag() == 0;
  }

  synchronized Freshness freshness() {
    return new Freshness(caughtUp, lag(), position, Optional.ofNullable(heardAt), trouble());
  }

  private Optional<String> trouble() {
    String all =
        Stream.concat(
                Stream.of(failure, connection, heldBack).filter(said -> said != null),
                unreadableNow.stream())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private long lag() {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - position.next(end.getKey())))
        .sum();
  }
}
