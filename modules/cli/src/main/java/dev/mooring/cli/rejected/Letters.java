package dev.mooring.cli.rejected;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mooring.cli.CommandException;
import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.replay.letters.Contents;
import dev.mooring.replay.letters.ContentsReader;
import dev.mooring.replay.log.RegistrySchemas;
import dev.mooring.view.LetterBox;
import dev.mooring.view.Rejected;
import dev.mooring.view.ViewConfig;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The dead letters of a cluster, and what can be read of them. */
public final class Letters implements AutoCloseable {

  private final LetterBox box;
  private final RegistrySchemas schemas;
  private final ContentsReader reader;

  public Letters(ViewConfig config) {
    this.box = new LetterBox(config);
    this.schemas = new RegistrySchemas(config);
    this.reader = new ContentsReader(schemas);
  }

  /** Hands over every letter that stands, open or mended. */
  public void read(Consumer<Rejected> to) {
    box.read(to);
  }

  /**
   * The letter of a name, whole.
   *
   * @param remarks is told when another one stands for it
   * @throws CommandException when there is none
   */
  public Rejected find(LogPlace place, Consumer<String> remarks) {
    Rejected letter =
        box.find(place)
            .orElseThrow(
                () ->
                    new CommandException(
                        "there is no letter %s (letters are kept for 90 days); `mooring rejected list --all` names those that there are"
                            .formatted(place.within())));
    if (!letter.letter().equals(place)) {
      remarks.accept(
          "letter %s tells of the same record as %s, which stands for both"
              .formatted(place.within(), letter.letter().within()));
    }
    return whole(letter);
  }

  /** A letter with what was too large for it. */
  public Rejected whole(Rejected letter) {
    return box.whole(letter);
  }

  /** What can be read of a letter's body. */
  public Contents contents(Rejected letter) {
    return letter
        .value()
        .map(value -> reader.read(new RecordHeaders(letter.headers()), value))
        .orElseGet(() -> nothing(letter));
  }

  /** The event that was published for a letter; empty when it is not to be had. */
  public Optional<Event> published(MendedMark mark) {
    return box.record(mark.published())
        .filter(record -> record.value() != null)
        .flatMap(record -> reader.read(record.headers(), record.value()).event());
  }

  /**
   * Makes sure that a letter can be mended.
   *
   * @throws CommandException when it cannot
   */
  public static void requireMendable(Rejected letter) {
    if (!Advice.isOfEvents(letter)) {
      throw new CommandException(
          "letter %s cannot be mended: it is no letter of a record of %s"
              .formatted(letter.letter().within(), Topics.EVENTS.name()));
    }
  }

  @Override
  public void close() {
    box.close();
    schemas.close();
  }

  private static Contents nothing(Rejected letter) {
    return new Contents(
        OptionalInt.empty(),
        Optional.empty(),
        false,
        JsonNodeFactory.instance.objectNode(),
        Optional.of(
            letter.omitted().isPresent()
                ? "the record is at its origin no more"
                : "the record has no value"),
        Optional.empty());
  }
}
