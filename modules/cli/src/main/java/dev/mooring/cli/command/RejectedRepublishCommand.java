package dev.mooring.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.rejected.EditedFile;
import dev.mooring.cli.rejected.Editor;
import dev.mooring.cli.rejected.Letters;
import dev.mooring.cli.rejected.Outcome;
import dev.mooring.cli.rejected.Republishing;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.SettingsReader;
import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.codec.EventReaders;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.publisher.MarkPublisher;
import dev.mooring.replay.letters.Mending;
import dev.mooring.view.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes events in place of dead letters. */
@Command(
    name = "republish",
    mixinStandardHelpOptions = true,
    description = "Publishes an event in place of a dead letter, and marks the letter as mended.",
    footer = {
      "",
      "The event keeps its id, so it counts once however often this is run; a record whose id"
          + " cannot be read gets one made of where it lies. With FILE or --edit it is what you"
          + " write (one JSON object; the id may be left out), else what the letter holds, as it"
          + " is.",
      "",
      "Exit codes: 0 all are published, 3 some letters of --all are left, 1 nothing was mended.",
      "",
      "Examples:",
      "  mooring rejected republish 0:17 --edit           # VISUAL, EDITOR or vi",
      "  mooring rejected republish 0:17 mended.json",
      "  mooring rejected republish 0:17                  # as it is: its key was wrong, or its"
          + " partition",
      "  mooring rejected republish --all --reason NEWER_SCHEMA    # after the upgrade"
    })
public final class RejectedRepublishCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Mixin private LetterFilter filter;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "LETTER",
      converter = LetterName.class,
      description = "PARTITION:OFFSET, as the list has it.")
  private LogPlace place;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The mended event as JSON; - for standard input.")
  private String file;

  @Option(names = "--edit", description = "Mend it in the editor: VISUAL, EDITOR or vi.")
  private boolean edit;

  @Option(
      names = "--again",
      description = "Mend a letter that was mended before, by a higher revision.")
  private boolean again;

  @Option(
      names = "--all",
      description =
          "All open letters of a --reason (and --bank, --firm, --from, --to), as they are.")
  private boolean all;

  @Option(
      names = "--accept-unknown-cities",
      description = "Publish events in cities that are not known, too.")
  private boolean acceptUnknownCities;

  RejectedRepublishCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    checkUsage();
    Map<Setting, SettingsReader.Option> options = new EnumMap<>(Setting.class);
    SettingsOptions.put(
        options,
        Setting.UNKNOWN_CITIES,
        "--accept-unknown-cities",
        acceptUnknownCities ? "accept" : null);
    Cluster target = new Cluster(cluster.settings(options));
    try (Letters letters = new Letters(target.view())) {
      return all ? republishAll(target, letters) : republishOne(target, letters);
    }
  }

  private void checkUsage() {
    boolean one = !edit && file == null && !again && place == null;
    if (all && !one) {
      throw misused("--all takes no LETTER, FILE, --edit or --again");
    }
    if (all && filter.reason() == null) {
      throw misused("--all: give the --reason too, so that you know what you publish");
    }
    if (!all && place == null) {
      throw misused("give a LETTER, or --all with a --reason");
    }
    if (!all && filter.isGiven()) {
      throw misused("--reason, --bank, --firm, --from and --to go with --all");
    }
    if (edit && file != null) {
      throw misused("--edit and FILE exclude each other");
    }
  }

  private int republishAll(Cluster target, Letters letters) throws IOException {
    var chosen = filter.predicate(surroundings.clock());
    List<Outcome> outcomes = publishing(target, letters, republishing -> republishing.all(chosen));
    format.to(spec).rows(Outcome.COLUMNS, outcomes);
    boolean whole = outcomes.stream().allMatch(Outcome::isPublished);
    return (whole ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS).code();
  }

  private int republishOne(Cluster target, Letters letters) throws IOException {
    Rejected letter = letters.find(place, this::remark);
    Letters.requireMendable(letter);
    letter.mended().filter(mark -> !again).ifPresent(this::refuse);
    String json = file == null ? null : read();
    Outcome outcome =
        publishing(target, letters, republishing -> republish(republishing, letter, json));
    format.to(spec).rows(Outcome.COLUMNS, List.of(outcome));
    return ExitCode.DONE.code();
  }

  private Outcome republish(Republishing republishing, Rejected letter, String json)
      throws IOException {
    if (!edit) {
      return json == null ? republishing.asItIs(letter) : republishing.mended(letter, json);
    }
    try (EditedFile edited = EditedFile.in(Editor.of(surroundings.environment()))) {
      return republishing.edited(letter, edited);
    }
  }

  /** What is done while the publishers are open. */
  private interface Work<T> {
    T by(Republishing republishing) throws IOException;
  }

  private <T> T publishing(Cluster target, Letters letters, Work<T> work) throws IOException {
    try (MarkPublisher marks = new MarkPublisher(target.publisher());
        EventPublisher events =
            EventPublisher.open(
                target.publisher(),
                Cluster.knownCities(target.reference()),
                surroundings.clock())) {
      Mending mending = new Mending(events, marks, surroundings.clock());
      return work.by(new Republishing(letters, mending, this::remark));
    }
  }

  private void refuse(MendedMark mark) {
    throw new CommandException(
        "letter %s was mended at %s: event %s lies at %s; --again mends it once more"
            .formatted(place.within(), mark.at(), mark.eventId(), mark.published()));
  }

  /** No event is longer than what is read. */
  private String read() throws IOException {
    Path path = surroundings.resolve(Path.of(file));
    if (!file.equals(STANDARD_INPUT) && (!Files.isReadable(path) || Files.isDirectory(path))) {
      throw new CommandException(file + ": is no file that can be read");
    }
    try (InputStream in = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(path)) {
      byte[] text = in.readNBytes(EventReaders.MAX_LINE_BYTES + 1);
      if (text.length > EventReaders.MAX_LINE_BYTES) {
        throw new CommandException(
            "%s: has more than %d bytes, which no event has"
                .formatted(file, EventReaders.MAX_LINE_BYTES));
      }
      return new String(text, UTF_8);
    }
  }

  private ParameterException misused(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private void remark(String text) {
    spec.commandLine().getErr().println("mooring: " + text);
  }
}
