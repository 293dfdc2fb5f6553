package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Logging;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Amount;
import dev.mooring.cli.output.Progress;
import dev.mooring.cli.publish.FilePublishing;
import dev.mooring.cli.publish.FilePublishing.Summary;
import dev.mooring.cli.publish.Pace;
import dev.mooring.cli.publish.PacedReader;
import dev.mooring.cli.publish.ReadAhead;
import dev.mooring.cli.settings.Setting;
import dev.mooring.cli.settings.SettingsReader;
import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReaders;
import dev.mooring.contract.reference.City;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.publisher.EventPublisher;
import dev.mooring.publisher.NewIds;
import dev.mooring.replay.archive.ArchivedEvents;
import dev.mooring.view.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends the events of a file. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = "Sends the events of a file (JSON lines, a JSON array, CSV) or of an archive.",
    footer = {
      "",
      "Each event is published by itself. Bad lines go to FILE.rejected.jsonl with what is wrong, "
          + "and the command ends with 3. If the cluster fails, it says which line is the last one "
          + "acknowledged without a gap; running it again is safe.",
      "",
      "The events of an archive are published anew, with the current time; `mooring restore` keeps "
          + "its timestamps. --pace plays a history, so that a dashboard shows it happen.",
      "",
      "Examples:",
      "  mooring publish events.jsonl",
      "  mooring publish events.csv --accept-unknown-cities",
      "  my-export | mooring publish - --source https://my.bank/crm",
      "  mooring publish samples/history.jsonl --pace 90d/s"
    })
public final class PublishCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  /** Below this, a file is done before a progress bar is read. */
  private static final long LONG_WORK_BYTES = 2_000_000;

  private static final int MOST_ID_REMARKS = 20;

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description = "The file, or the directory of an archive; - for standard input.")
  private String file;

  @Option(
      names = "--source",
      paramLabel = "URI",
      description = "Who publishes: ce_source of every event.")
  private String source;

  @Option(
      names = "--accept-unknown-cities",
      description = "Send events in cities that are not known, too.")
  private boolean acceptUnknownCities;

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description = "Where bad lines go; default: FILE.rejected.jsonl.")
  private Path rejected;

  @Option(
      names = "--pace",
      paramLabel = "TIME/s",
      description =
          "Publish by occurredAt, so much of history in a second: 90d/s, 12h/s, 30m/s. Holds up to "
              + "500000 events in memory.")
  private String pace;

  private long idRemarks;

  PublishCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Logging.begin(); // before there are threads: its library does not bear to be begun by two
    Map<Setting, SettingsReader.Option> options = new EnumMap<>(Setting.class);
    SettingsOptions.put(options, Setting.SOURCE, "--source", source);
    SettingsOptions.put(
        options,
        Setting.UNKNOWN_CITIES,
        "--accept-unknown-cities",
        acceptUnknownCities ? "accept" : null);
    Optional<Pace> wanted = Optional.ofNullable(pace).map(text -> Pace.parse("--pace", text));
    Cluster target = new Cluster(cluster.settings(options));
    try (EventReader reader = ReadAhead.of(open())) {
      Summary summary =
          publish(target, wanted.isPresent() ? PacedReader.of(reader, wanted.get()) : reader);
      report(summary);
      return (summary.rejected() == 0 ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS).code();
    }
  }

  private EventReader open() throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return EventReaders.detect(System.in);
    }
    Path path = surroundings.resolve(Path.of(file));
    if (ArchivedEvents.isThere(path)) {
      try (Progress progress = new Progress(surroundings.progress())) {
        return ArchivedEvents.open(path, progress);
      }
    }
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new CommandException(file + ": is no file that can be read, and no archive");
    }
    InputStream in = Files.newInputStream(path);
    return EventReaders.detect(
        surroundings.progress() && Files.size(path) >= LONG_WORK_BYTES
            ? ProgressBar.wrap(in, pace == null ? "publishing" : "reading")
            : in);
  }

  private Summary publish(Cluster target, EventReader reader) {
    // What is known is read while the publisher opens: both mostly wait for the cluster.
    FutureTask<Known> reading = new FutureTask<>(() -> Known.in(target.reference()));
    Thread.ofPlatform().daemon().name("mooring-reference").start(reading);
    try (EventPublisher publisher =
        EventPublisher.open(
            target.publisher(), () -> get(reading).cities(), surroundings.clock())) {
      return new FilePublishing(publisher, get(reading).newIds(), this::remarkOnId)
          .publish(reader, rejectedFile());
    } catch (CommandException failed) {
      throw pace == null
          ? failed
          : new CommandException(failed.getMessage() + " (lines by occurredAt)", failed);
    }
  }

  /** What the cluster knows already. */
  private record Known(CityReference cities, NewIds newIds) {

    static Known in(Snapshot reference) {
      CityReference cities = Cluster.knownCities(reference);
      List<String> ids = cities.all().stream().map(City::getId).toList();
      return new Known(
          cities,
          new NewIds(reference.banks().keys().toList(), reference.firms().keys().toList(), ids));
    }
  }

  private static Known get(FutureTask<Known> reading) {
    try {
      return reading.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new CommandException("reference data cannot be read", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted", stopped);
    }
  }

  private Path rejectedFile() {
    if (rejected != null) {
      return surroundings.resolve(rejected);
    }
    Path name = Path.of(file.equals(STANDARD_INPUT) ? "stdin" : file);
    return surroundings.resolve(Path.of(name + ".rejected.jsonl"));
  }

  private void remarkOnId(String text) {
    idRemarks++;
    if (idRemarks <= MOST_ID_REMARKS) {
      remark(text);
    }
  }

  private void report(Summary summary) {
    if (idRemarks > MOST_ID_REMARKS) {
      remark((idRemarks - MOST_ID_REMARKS) + " more ids are new and near known ones");
    }
    spec.commandLine().getOut().println("published " + Amount.of(summary.published(), "event"));
    if (summary.rejected() > 0) {
      remark(
          "rejected %s; %s says which and why"
              .formatted(Amount.of(summary.rejected(), "line"), rejectedFile()));
    }
  }

  private void remark(String text) {
    spec.commandLine().getErr().println("mooring: " + text);
  }
}
