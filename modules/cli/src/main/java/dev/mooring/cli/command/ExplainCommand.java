package dev.mooring.cli.command;

import dev.mooring.cli.CommandException;
import dev.mooring.cli.ExitCode;
import dev.mooring.cli.Surroundings;
import dev.mooring.cli.cluster.Cluster;
import dev.mooring.cli.output.Column;
import dev.mooring.cli.output.Columns;
import dev.mooring.cli.output.Output;
import dev.mooring.contract.Suggestions;
import dev.mooring.contract.codec.EventTime;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.Count;
import dev.mooring.metrics.Explanation;
import dev.mooring.metrics.ExplanationCandidates;
import dev.mooring.metrics.LatestEvents;
import dev.mooring.metrics.Scope;
import dev.mooring.view.EventLog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The events behind a number. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "The events behind a number: folded alone, they make the same number.",
    footer = {
      "",
      "FIELD is a count of the bank's, city's or country's row, such as accountsOpen. Of a number "
          + "over events, the events counted; of a number over moorings, the events that shape the "
          + "moorings counted, and the withdrawals that closed accounts there.",
      "",
      "It reads the events topic, not the rows: an event counts here as soon as it is published.",
      "",
      "Examples:",
      "  mooring explain city hong-kong accountsOpen",
      "  mooring explain bank za-bank eventsDisputed -o csv",
      "  mooring explain bank za-bank accountsClosed --day 2023-04-11"
    })
public final class ExplainCommand implements Callable<Integer> {

  /** What has numbers. */
  enum Subject {
    BANK(Scope.BANK),
    CITY(Scope.CITY),
    COUNTRY(Scope.COUNTRY);

    private final Scope scope;

    Subject(Scope scope) {
      this.scope = scope;
    }

    @Override
    public String toString() {
      return scope.word();
    }
  }

  private static final Columns<Explanation> NUMBER =
      Columns.of(
          List.of(
              Column.text("scope", explanation -> explanation.count().scope().word()),
              Column.text("id", explanation -> explanation.count().id()),
              Column.text("day", explanation -> explanation.count().day().orElse(null)),
              Column.text("field", explanation -> explanation.count().field()),
              Column.number("value", Explanation::value)));

  private static final Columns<Event> EVENTS =
      Columns.of(
          List.of(
              Column.text("occurredAt", ExplainCommand::occurredAt),
              Column.text("type", Event::getType),
              Column.text("bank", Event::getBank),
              Column.text("firm", Event::getFirm),
              Column.text("city", Event::getCity),
              Column.text("status", Event::getStatus),
              Column.text("precision", Event::getPrecision),
              Column.text("source", Event::getSource),
              Column.text("url", Event::getUrl),
              Column.text("country", Event::getCountry),
              Column.number("revision", Event::getRevision),
              Column.text("id", Event::getId)));

  @Mixin private ClusterOptions cluster;
  @Mixin private OutputOptions format;
  @Spec private CommandSpec spec;

  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
  private Subject subject;

  @Parameters(index = "1", paramLabel = "ID", description = "Of the bank, city or country.")
  private String id;

  @Parameters(index = "2", paramLabel = "FIELD", description = "A count, such as accountsOpen.")
  private String field;

  @Option(
      names = "--day",
      paramLabel = "DATE",
      description = "The number of this UTC day; of banks and cities.")
  private String day;

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Count count = count();
    Explanation explanation;
    try (EventLog log = new EventLog(new Cluster(cluster.settings()).view())) {
      explanation = Explanation.of(count, relevant(log, count));
    }
    Output output = format.to(spec);
    output.rows("number", NUMBER, List.of(explanation));
    output.rows("events", EVENTS, explanation.events());
    return ExitCode.DONE.code();
  }

  private Count count() {
    if (day != null && subject == Subject.COUNTRY) {
      throw new ParameterException(spec.commandLine(), "--day: of banks and cities, not countries");
    }
    try {
      return new Count(subject.scope, plainId(), day(), field);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private String plainId() {
    return subject == Subject.COUNTRY ? id.toUpperCase(Locale.ROOT) : id.toLowerCase(Locale.ROOT);
  }

  private Optional<LocalDate> day() {
    return Optional.ofNullable(day)
        .map(text -> TimeOption.parse("--day", text, surroundings.clock()).start())
        .map(start -> LocalDate.ofInstant(start, ZoneOffset.UTC));
  }

  /** Goes over the topic twice, and holds only the latest revisions of what may matter. */
  private List<Event> relevant(EventLog log, Count count) {
    ExplanationCandidates candidates = new ExplanationCandidates(count);
    log.readEvents(candidates::see);
    if (!candidates.ids().contains(count.id())) {
      throw new CommandException(
          "%s: no event of '%s'%s"
              .formatted(subject, id, Suggestions.didYouMean(id, candidates.ids())));
    }
    LatestEvents latest = new LatestEvents();
    log.readEvents(
        event -> {
          if (candidates.matters(event)) {
            latest.add(event);
          }
        });
    return List.copyOf(latest.all());
  }

  private static String occurredAt(Event event) {
    return new EventTime(event.getOccurredAt(), event.getPrecision()).text();
  }
}
