package dev.mooring.contract.codec;

import dev.mooring.contract.EventValidator;
import dev.mooring.contract.Problem;
import dev.mooring.contract.event.CityBasis;
import dev.mooring.contract.event.DateBasis;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An event in the making: takes values field by field, gathers what is wrong with them, and in the
 * end fills in the defaults and validates.
 */
final class EventDraft {

  private static final Set<String> PARTIES_AND_PLACES = Set.of("bank", "firm", "city", "country");

  private final UnaryOperator<String> placeOf;
  private final Event event = new Event();
  private final List<Problem> problems = new ArrayList<>(0);
  private final Set<String> troubled = new HashSet<>(0);
  private long seen;
  private boolean reportedByDefault;

  /**
   * @param placeOf how a problem tells the place of a field: as JSON pointer or as column
   */
  EventDraft(UnaryOperator<String> placeOf) {
    this.placeOf = placeOf;
    event.put(EventField.BY_NAME.get("revision").position(), 1);
    event.put(EventField.BY_NAME.get("status").position(), Status.REPORTED);
    event.put(EventField.BY_NAME.get("cityBasis").position(), CityBasis.STATED);
    event.put(EventField.BY_NAME.get("dateBasis").position(), DateBasis.STATED);
  }

  /** Notes that a field stands here; false, with a problem, when it stood before. */
  boolean first(EventField field) {
    long bit = 1L << field.position();
    boolean first = (seen & bit) == 0;
    seen |= bit;
    if (!first) {
      refuse(field, null, "stands twice: once is right");
    }
    return first;
  }

  /** Sets a field of text, symbol or time. */
  void set(EventField field, String text) {
    switch (field.kind()) {
      case TEXT -> event.put(field.position(), field.name().equals("id") ? lower(text) : text);
      case SYMBOL -> setSymbol(field, text);
      case TIME -> setTime(field, text);
      case NUMBER -> throw new IllegalArgumentException(field.name() + " takes a number");
    }
  }

  /** Sets a field of a number. */
  void set(EventField field, int number) {
    event.put(field.position(), number);
  }

  /** Notes a problem with the value of a field. */
  void refuse(EventField field, String value, String message) {
    troubled.add(field.name());
    problems.add(new Problem(placeOf.apply(field.name()), value, message));
  }

  /** Notes a problem that belongs to no known field. */
  void refuse(Problem problem) {
    problems.add(problem);
  }

  /** What the draft has come to when its line is through. */
  EventReading finish(long line, String raw) {
    fillInReportedAt();
    for (Problem problem : EventValidator.problems(event)) {
      if (!follows(problem)) {
        String field = problem.field();
        problems.add(field.isEmpty() ? problem : problem.at(placeOf.apply(field)));
      }
    }
    return problems.isEmpty()
        ? new EventReading.Read(line, event)
        : new EventReading.Unreadable(line, raw, problems, Optional.of(event));
  }

  /** What the draft has come to when the rest of its line cannot be read. */
  EventReading abandon(long line, String raw) {
    return new EventReading.Unreadable(line, raw, problems);
  }

  private void fillInReportedAt() {
    if (event.getReportedAt() != null) {
      return;
    }
    reportedByDefault = true;
    EventField reported = EventField.BY_NAME.get("reportedAt");
    event.put(reported.position(), event.getOccurredAt());
    event.put(reported.precisionPosition(), event.getPrecision());
  }

  /** Whether a problem only follows from one that is told already. */
  private boolean follows(Problem problem) {
    return switch (problem.field()) {
      case "" -> troubled.stream().anyMatch(PARTIES_AND_PLACES::contains);
      case "precision", "reportedPrecision" -> true;
      case "reportedAt" -> reportedByDefault;
      default -> troubled.contains(problem.field());
    };
  }

  private void setSymbol(EventField field, String text) {
    Enum<?> symbol = field.symbols().get(text);
    if (symbol == null) {
      refuse(field, text, field.expectedSymbols(text));
    } else {
      event.put(field.position(), symbol);
    }
  }

  private void setTime(EventField field, String text) {
    Optional<EventTime> time = EventTime.parse(text);
    if (time.isEmpty()) {
      refuse(field, text, EventTime.FORMS);
      return;
    }
    Precision precision = time.get().precision();
    event.put(field.position(), time.get().instant());
    event.put(field.precisionPosition(), precision);
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
