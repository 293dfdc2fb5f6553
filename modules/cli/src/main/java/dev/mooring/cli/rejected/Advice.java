package dev.mooring.cli.rejected;

import dev.mooring.contract.EventValidator;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.replay.letters.Contents;
import dev.mooring.view.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What can be done about a dead letter. */
public final class Advice {

  private static final Duration AHEAD = Duration.ofDays(366);

  private Advice() {}

  /** One sentence for people, with the command. */
  public static String of(Rejected letter, Contents contents, Instant now) {
    if (letter.mended().isPresent()) {
      MendedMark mark = letter.mended().get();
      return "nothing: it was mended at %s; event %s lies at %s"
          .formatted(mark.at(), mark.eventId(), mark.published());
    }
    if (!isOfEvents(letter)) {
      return "nothing by this command: it is no letter of a record of " + Topics.EVENTS.name();
    }
    return contents.event().flatMap(event -> asItIs(letter, event, now)).orElse(mend(letter));
  }

  /** Whether a letter is one of a record of the events topic, which alone can be mended. */
  static boolean isOfEvents(Rejected letter) {
    return letter.hasOrigin() && letter.topic().equals(Topics.EVENTS.name());
  }

  private static Optional<String> asItIs(Rejected letter, Event event, Instant now) {
    if (!EventValidator.unrecognised(event).isEmpty()) {
      return Optional.of(
          "upgrade Mooring, then `mooring rejected republish --all --reason %s`; or mend it by `mooring rejected republish %s --edit`"
              .formatted(letter.reason(), letter.letter().within()));
    }
    if (!EventValidator.problems(event).isEmpty()) {
      return Optional.empty();
    }
    Instant allowed = event.getOccurredAt().minus(AHEAD);
    return Optional.of(
        allowed.isAfter(now)
            ? "mend its date by `mooring rejected republish %s --edit`, or wait until %s and publish it as it is"
                .formatted(letter.letter().within(), allowed)
            : "it is a valid event: `mooring rejected republish %s` publishes it as it is, where it belongs"
                .formatted(letter.letter().within()));
  }

  private static String mend(Rejected letter) {
    String place = letter.letter().within();
    return "mend it: `mooring rejected republish %s --edit`, or `mooring rejected republish %s FILE` with the event as JSON"
        .formatted(place, place);
  }
}
