package dev.mooring.replay.letters;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Problem;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.publisher.InvalidEventException;
import dev.mooring.publisher.MarkPublisher;
import dev.mooring.publisher.Receipt;
import dev.mooring.replay.ReplayException;
import dev.mooring.view.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Publishes an event in place of a dead letter, and then marks the letter as mended. When it is
 * killed in between, the letter is still open; to mend it again publishes the same event again,
 * which counts once.
 */
public final class Mending {

  private final EventPublisher events;
  private final MarkPublisher marks;
  private final Clock clock;

  /** Mends by publishers that stay the caller's to close. */
  public Mending(EventPublisher events, MarkPublisher marks, Clock clock) {
    this.events = events;
    this.marks = marks;
    this.clock = clock;
  }

  /**
   * The id of the event that is published in place of a letter: that of the record, if it can be
   * read, else one made of where the record lies.
   */
  public static String id(Rejected letter, Contents contents) {
    return contents.id().orElseGet(() -> NameBasedId.of(letter.origin()));
  }

  /** All that is wrong with an event; empty when it may be published now. */
  public List<Problem> problems(Event event) {
    return events.problems(event);
  }

  /**
   * Mends a letter.
   *
   * @param event bears the id of {@link #id}
   * @return completed when event and mark are there; failed with {@link
   *     dev.mooring.publisher.InvalidEventException}, at once, when nothing was sent because the
   *     event is wrong, and with {@link ReplayException} when it could not be published or marked
   */
  public CompletableFuture<MendedMark> mend(Rejected letter, Event event) {
    CompletableFuture<Receipt> receipt = events.publish(event);
    if (receipt.isCompletedExceptionally()) {
      return CompletableFuture.failedFuture(
          told(letter, "was not published", receipt.exceptionNow()));
    }
    return receipt
        .exceptionallyCompose(failed -> failed(letter, "was not published", failed))
        .thenCompose(at -> mark(letter, event, at));
  }

  private CompletableFuture<MendedMark> mark(Rejected letter, Event event, Receipt receipt) {
    LogPlace published = new LogPlace(Topics.EVENTS.name(), receipt.partition(), receipt.offset());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    MendedMark mark =
        new MendedMark(letter.letter(), letter.origin(), event.getId(), published, now);
    String untold =
        "was published at " + published + ", but is not marked as mended; to run it again is safe";
    return marks
        .publish(mark, letter.key())
        .exceptionallyCompose(failed -> failed(letter, untold, failed))
        .thenApply(marked -> mark);
  }

  /**
   * Why an event may not be published in place of one that was published for the same letter
   * before; empty when it may.
   */
  public static Optional<String> conflict(Event before, Event now) {
    if (!EventKey.of(before).equals(EventKey.of(now))) {
      return Optional.of(
          "it was published under the key %s before; under %s it would count twice. Retract that one and publish a new event"
              .formatted(EventKey.of(before), EventKey.of(now)));
    }
    if (before.getRevision() >= now.getRevision()) {
      return Optional.of(
          "revision %d was published before; give it a higher one than %d, so that it stands"
              .formatted(before.getRevision(), before.getRevision()));
    }
    return Optional.empty();
  }

  private static CompletableFuture<Receipt> failed(Rejected letter, String what, Throwable why) {
    return CompletableFuture.failedFuture(told(letter, what, why));
  }

  private static Throwable told(Rejected letter, String what, Throwable why) {
    return why instanceof InvalidEventException
        ? why
        : new ReplayException(
            "letter %s %s: %s".formatted(letter.letter().within(), what, why.getMessage()), why);
  }
}
