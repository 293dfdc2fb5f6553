package dev.mooring.cli.command;

import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Format;
import dev.mooring.cli.output.Output;
import dev.mooring.contract.codec.EventCsv;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventTime;
import dev.mooring.contract.event.Event;
import dev.mooring.view.EventLog;
import dev.mooring.view.EventLog.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the events topic. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = "Reads the events topic: every record, revisions and repeats included.",
    footer = {
      "",
      "A table shows the latest by the time when they happened. JSON and CSV come in the order of "
          + "the log, and may be published again.",
      "",
      "Examples:",
      "  mooring events --city hong-kong --from 2023-03",
      "  mooring events --bank za-bank -o json > za-bank.jsonl",
      "  mooring events --follow --type ACCOUNT_OPENED"
    })
public final class EventsCommand implements Callable<Integer> {

  private static final Comparator<Entry.Found> BY_TIME =
      Comparator.comparing((Entry.Found entry) -> entry.event().getOccurredAt())
          .thenComparing(entry -> entry.event().getType())
          .thenComparing(entry -> entry.event().getId())
          .thenComparingInt(Entry.Found::partition)
          .thenComparingLong(Entry.Found::offset);

  private static final Columns<Entry.Found> TABLE =
      Columns.of(
          List.of(
              Column.text("occurredAt", EventsCommand::occurredAt),
              Column.text("type", entry -> entry.event().getType()),
              Column.text("bank", entry -> entry.event().getBank()),
              Column.text("firm", entry -> entry.event().getFirm()),
              Column.text("city", entry -> entry.event().getCity()),
              Column.text("country", entry -> entry.event().getCountry()),
              Column.text("status", entry -> entry.event().getStatus()),
              Column.number("revision", entry -> entry.event().getRevision()),
              Column.text("id", entry -> entry.event().getId()),
              Column.text("source", entry -> entry.event().getSource())));

  private final Surroundings surroundings;

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Mixin private EventFilter filter;
  @Spec private CommandSpec spec;

  @Option(names = "--follow", description = "Go on with events as they come, until stopped.")
  private boolean follow;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "200",
      description = "Most rows of a table; default: 200.")
  private int limit;

  private long undecodable;

  EventsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<WantedId<Event>> wanted = filter.wantedIds();
    Predicate<Event> chosen = lookingFor(wanted, filter.predicate(surroundings.clock()));
    Output output = format.to(spec);
    if (output.format() == Format.CSV) {
      output.line(EventCsv.header());
    }
    try (EventLog log = new EventLog(new Cluster(cluster.settings()).view())) {
      if (follow) {
        UntilStopped.runThenSucceed(
            () ->
                log.follow(entry -> take(entry, chosen, found -> output.line(line(output, found)))),
            log::stop);
      } else if (output.format() == Format.TABLE) {
        table(log, chosen, output);
      } else {
        log.readToEnd(entry -> take(entry, chosen, found -> output.line(line(output, found))));
      }
    }
    wanted.stream()
        .flatMap(id -> id.remark("event").stream())
        .forEach(remark -> spec.commandLine().getErr().println("mooring: " + remark));
    return (undecodable == 0 ? ExitCode.DONE : ExitCode.DONE_WITH_FINDINGS).code();
  }

  private static Predicate<Event> lookingFor(
      List<WantedId<Event>> wanted, Predicate<Event> chosen) {
    return event -> {
      wanted.forEach(id -> id.look(event));
      return chosen.test(event);
    };
  }

  private void table(EventLog log, Predicate<Event> chosen, Output output) {
    TreeSet<Entry.Found> latest = new TreeSet<>(BY_TIME);
    long[] left = {0};
    log.readToEnd(
        entry ->
            take(
                entry,
                chosen,
                found -> {
                  latest.add(found);
                  if (latest.size() > limit) {
                    latest.pollFirst();
                    left[0]++;
                  }
                }));
    output.rows(TABLE, latest);
    if (left[0] > 0) {
      output.line("(" + left[0] + " earlier events; --limit, --from, or -o csv)");
    }
  }

  private void take(Entry entry, Predicate<Event> chosen, Consumer<Entry.Found> to) {
    switch (entry) {
      case Entry.Found found when chosen.test(found.event()) -> to.accept(found);
      case Entry.Found other -> {}
      case Entry.Undecodable bad -> {
        undecodable++;
        spec.commandLine()
            .getErr()
            .println(
                "mooring: partition %d, offset %d is no event: %s"
                    .formatted(bad.partition(), bad.offset(), bad.why()));
      }
    }
  }

  private static String line(Output output, Entry.Found found) {
    return switch (output.format()) {
      case CSV -> EventCsv.write(found.event());
      default -> EventJson.write(found.event());
    };
  }

  private static String occurredAt(Entry.Found entry) {
    Event event = entry.event();
    return new EventTime(event.getOccurredAt(), event.getPrecision()).text();
  }
}
