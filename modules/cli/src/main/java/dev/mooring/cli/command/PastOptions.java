package dev.mooring.cli.command;

import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.contract.TopicSpec;
import dev.mooring.replay.asof.AsOf;
import dev.mooring.replay.asof.Past;
import dev.mooring.replay.asof.Until;
import dev.mooring.view.InMemoryView;
import dev.mooring.view.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options to look at the past, and the looking. */
final class PastOptions {

  private final Surroundings surroundings;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "As was publicly known then, folded from the events: instant, date or month to its end,"
              + " or 3d, 12h ago.")
  private String asOf;

  @Option(
      names = "--recorded",
      paramLabel = "TIME",
      description = "As this cluster knew it then; with --as-of both must hold.")
  private String recorded;

  @Option(
      names = "--compare",
      paramLabel = "TIME",
      description =
          "What has changed in belief, row by row, from --as-of (else --recorded) to this time.")
  private String compare;

  PastOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  boolean isAskedFor() {
    return asOf != null || recorded != null || compare != null;
  }

  boolean isComparison() {
    return compare != null;
  }

  /** Refuses what does not go together. */
  void check(CommandSpec spec, SettledOption settled, PlotOptions plot, WatchOption watch) {
    if (!isAskedFor()) {
      return;
    }
    if (asOf == null && recorded == null) {
      throw misused(spec, "--compare: with what? It needs --as-of or --recorded");
    }
    if (watch.isAskedFor()) {
      throw misused(spec, "--watch: is of the present, and does not go with a time");
    }
    if (settled.isAskedFor()) {
      throw misused(
          spec, "--settled: waits for the topology, and a past time is folded from the events");
    }
    if (isComparison() && plot.isAskedFor()) {
      throw misused(spec, "--plot: does not go with --compare");
    }
  }

  /** The rows of some topics as they were known: at one time, or at the two to be compared. */
  List<Snapshot> read(Cluster cluster, Collection<TopicSpec> topics) {
    List<AsOf> times = times();
    try (ReadingBar bar = new ReadingBar(surroundings)) {
      return new Past(cluster.view())
          .rows(times, bar).stream().map(rows -> snapshot(rows, topics)).toList();
    }
  }

  private List<AsOf> times() {
    Until reported = until("--as-of", asOf);
    Until had = until("--recorded", recorded);
    List<AsOf> times = new ArrayList<>(List.of(new AsOf(reported, had)));
    if (isComparison()) {
      Until other = until("--compare", compare);
      times.add(asOf != null ? new AsOf(other, had) : new AsOf(reported, other));
    }
    return times;
  }

  private Until until(String option, String text) {
    if (text == null) {
      return Until.EVER;
    }
    TimeOption time = TimeOption.parse(option, text, surroundings.clock());
    return time.start().equals(time.end()) ? Until.instant(time.end()) : Until.before(time.end());
  }

  private static Snapshot snapshot(
      Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows, Collection<TopicSpec> topics) {
    try (InMemoryView view = new InMemoryView(topics)) {
      topics.forEach(topic -> rows.get(topic).forEach((key, row) -> view.put(topic, key, row)));
      return view.publish();
    }
  }

  private static ParameterException misused(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
