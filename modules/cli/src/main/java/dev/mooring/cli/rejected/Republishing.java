package dev.mooring.cli.rejected;

import dev.mooring.cli.CommandException;
import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.replay.letters.Contents;
import dev.mooring.replay.letters.MendedJson;
import dev.mooring.replay.letters.Mending;
import dev.mooring.view.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Publishes events in place of dead letters. */
public final class Republishing {

  private final Letters letters;
  private final Mending mending;
  private final Consumer<String> remarks;

  /**
   * @param remarks is told what is wrong, and where what was written is kept
   */
  public Republishing(Letters letters, Mending mending, Consumer<String> remarks) {
    this.letters = letters;
    this.mending = mending;
    this.remarks = remarks;
  }

  /** Publishes what a letter holds, as it is. */
  public Outcome asItIs(Rejected letter) {
    Contents contents = letters.contents(letter);
    Event event = contents.event().orElseThrow(() -> notAsItIs(letter, why(contents)));
    List<Problem> problems = mending.problems(event);
    if (!problems.isEmpty()) {
      problems.forEach(problem -> remarks.accept(problem.describe()));
      throw notAsItIs(letter, "it is no valid event");
    }
    return publish(letter, event);
  }

  /** Publishes the event that was written in place of a letter. */
  public Outcome mended(Rejected letter, String json) {
    return switch (read(letter, json)) {
      case EventReading.Read(long line, Event event) -> publish(letter, event);
      case EventReading.Unreadable bad -> {
        bad.problems().forEach(problem -> remarks.accept(problem.describe()));
        throw new CommandException(
            "letter %s was not mended: what was given is no valid event"
                .formatted(letter.letter().within()));
      }
    };
  }

  /** Lets a person mend a letter until it is right, or given up. */
  public Outcome edited(Rejected letter, EditedFile file) {
    Contents contents = letters.contents(letter);
    MendingSheet sheet = new MendingSheet(letter, Mending.id(letter, contents));
    List<Problem> problems = letter.problems();
    String text = sheet.text(contents);
    while (true) {
      Optional<String> written = file.edit(sheet.comments(problems), text);
      if (written.isEmpty()) {
        throw givenUp(letter, problems, file);
      }
      text = written.get();
      switch (read(letter, text)) {
        case EventReading.Read(long line, Event event) -> {
          return publish(letter, event, file);
        }
        case EventReading.Unreadable bad -> problems = bad.problems();
      }
    }
  }

  /** Publishes as they are all open letters that are chosen; what cannot be is left. */
  public List<Outcome> all(Predicate<Rejected> chosen) {
    List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    letters.read(
        letter -> {
          if (letter.mended().isEmpty() && chosen.test(letter)) {
            outcomes.add(publishOrLeave(letters.whole(letter)));
          }
        });
    return outcomes.stream().map(Republishing::get).toList();
  }

  private CompletableFuture<Outcome> publishOrLeave(Rejected letter) {
    if (!Advice.isOfEvents(letter)) {
      return done(Outcome.left(letter.withoutBody(), "it is no letter of a record of an event"));
    }
    Contents contents = letters.contents(letter);
    if (contents.event().isEmpty()) {
      return done(Outcome.left(letter.withoutBody(), why(contents)));
    }
    Event event = contents.event().get();
    List<Problem> problems = mending.problems(event);
    Rejected kept = letter.withoutBody(); // until the last one is published
    return problems.isEmpty()
        ? mending.mend(letter, event).thenApply(mark -> Outcome.published(kept, mark))
        : done(Outcome.left(kept, problems));
  }

  /** The event that a text is, or all that is wrong with it, seen by the publisher too. */
  private EventReading read(Rejected letter, String json) {
    EventReading reading = new MendedJson(Mending.id(letter, letters.contents(letter))).read(json);
    if (!(reading instanceof EventReading.Read(long line, Event event))) {
      return reading;
    }
    List<Problem> problems = new ArrayList<>(mending.problems(event));
    conflict(letter, event).ifPresent(problem -> problems.add(new Problem("", null, problem)));
    return problems.isEmpty() ? reading : new EventReading.Unreadable(1, json, problems);
  }

  private Optional<String> conflict(Rejected letter, Event event) {
    return letter
        .mended()
        .flatMap(letters::published)
        .flatMap(before -> Mending.conflict(before, event));
  }

  private Outcome publish(Rejected letter, Event event, EditedFile file) {
    try {
      Outcome outcome = publish(letter, event);
      file.done();
      return outcome;
    } finally {
      file.kept().ifPresent(kept -> remarks.accept("what you wrote is in " + kept));
    }
  }

  private Outcome publish(Rejected letter, Event event) {
    conflict(letter, event)
        .ifPresent(
            problem -> {
              throw new CommandException(
                  "letter %s: %s".formatted(letter.letter().within(), problem));
            });
    return get(mending.mend(letter, event).thenApply(mark -> Outcome.published(letter, mark)));
  }

  private CommandException givenUp(Rejected letter, List<Problem> left, EditedFile file) {
    left.forEach(problem -> remarks.accept(problem.describe()));
    file.kept().ifPresent(kept -> remarks.accept("what you wrote is in " + kept));
    return new CommandException(
        "letter %s is left as it is: nothing was changed, or all was taken out"
            .formatted(letter.letter().within()));
  }

  private static CommandException notAsItIs(Rejected letter, String why) {
    return new CommandException(
        "letter %s cannot be published as it is: %s; mend it with --edit or a FILE"
            .formatted(letter.letter().within(), why));
  }

  private static String why(Contents contents) {
    return contents
        .trouble()
        .orElse(
            contents.guessed()
                ? "the registry does not know its schema"
                : "it cannot be read as an event");
  }

  private static CompletableFuture<Outcome> done(Outcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }

  private static Outcome get(CompletableFuture<Outcome> outcome) {
    try {
      return outcome.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
