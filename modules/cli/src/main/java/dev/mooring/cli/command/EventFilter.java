package dev.mooring.cli.command;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options by which events are chosen; those that are not given choose all. */
final class EventFilter {

  @Option(names = "--bank", paramLabel = "ID", description = "Events of this bank.")
  private String bank;

  @Option(names = "--firm", paramLabel = "ID", description = "Events of this firm.")
  private String firm;

  @Option(names = "--city", paramLabel = "ID", description = "Events in this city.")
  private String city;

  @Option(names = "--country", paramLabel = "CODE", description = "Events in this country.")
  private String country;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      converter = EventTypeWords.class,
      completionCandidates = EventTypeWords.class,
      description = "Events of this type: ${COMPLETION-CANDIDATES}.")
  private EventType type;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Events that happened then or later: instant, date, month, or 3d, 12h ago.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Events that happened until then; of a date or month to its end.")
  private String to;

  /** Looks out for the ids that are asked for, in all events that are read. */
  List<WantedId<Event>> wantedIds() {
    return Stream.of(
            new WantedId<Event>("bank", bank, Event::getBank),
            new WantedId<Event>("firm", firm, Event::getFirm),
            new WantedId<Event>("city", city, Event::getCity))
        .filter(WantedId::isAskedFor)
        .toList();
  }

  /** Whether an event is chosen. */
  Predicate<Event> predicate(Clock clock) {
    Instant first = from == null ? Instant.MIN : TimeOption.parse("--from", from, clock).start();
    Instant end = to == null ? Instant.MAX : TimeOption.parse("--to", to, clock).end();
    return event ->
        matches(bank, event.getBank())
            && matches(firm, event.getFirm())
            && matches(city, event.getCity())
            && matches(country, event.getCountry())
            && (type == null || type == event.getType())
            && !event.getOccurredAt().isBefore(first)
            && (event.getOccurredAt().isBefore(end) || event.getOccurredAt().equals(first));
  }

  private static boolean matches(String wanted, String found) {
    return wanted == null || wanted.equalsIgnoreCase(found);
  }
}
