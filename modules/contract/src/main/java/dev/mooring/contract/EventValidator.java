package dev.mooring.contract;

import static dev.mooring.contract.EventFields.UNRECOGNISED;
import static dev.mooring.contract.FieldChecks.checkSlug;
import static dev.mooring.contract.FieldChecks.checkText;
import static dev.mooring.contract.FieldChecks.checkTime;
import static dev.mooring.contract.FieldChecks.tooLong;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether an event is one, by sections 2.1 to 2.3 of the contract. It knows nothing of cities,
 * clocks or other events: the same event is always valid or always not.
 */
public final class EventValidator {

  /** The first instant that an ISO date can tell with four digits of year. */
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  /** The last instant that an ISO date can tell with four digits of year. */
  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static final int SOURCE_LENGTH = 200;
  private static final int URL_LENGTH = 2000;
  private static final int NOTE_LENGTH = 1000;

  private EventValidator() {}

  /**
   * All problems of an event, in no order that may be relied on; none when it is valid. Fields are
   * named as in the schema.
   */
  public static List<Problem> problems(Event event) {
    List<Problem> problems = new ArrayList<>(0);
    checkPresence(event, problems);
    checkIdentity(event, problems);
    checkPlaces(event, problems);
    checkTime("occurredAt", event.getOccurredAt(), event.getPrecision(), problems);
    checkTime("reportedAt", event.getReportedAt(), event.getReportedPrecision(), problems);
    checkTexts(event, problems);
    checkNumbers(event, problems);
    checkType(event, problems);
    return problems;
  }

  /** Names of the fields whose value comes from a newer version of the schema. */
  public static List<String> unrecognised(Event event) {
    List<String> names = new ArrayList<>(0);
    for (EventFields.Field field : EventFields.ENUMS) {
      if (field.of(event) instanceof Enum<?> value && value.name().equals(UNRECOGNISED)) {
        names.add(field.name());
      }
    }
    return names;
  }

  private static void checkPresence(Event event, List<Problem> problems) {
    for (EventFields.Field field : EventFields.REQUIRED) {
      if (field.of(event) == null) {
        problems.add(new Problem(field.name(), null, "is missing: every event has one"));
      }
    }
    for (String name : unrecognised(event)) {
      problems.add(new Problem(name, UNRECOGNISED, "comes from a newer version of the schema"));
    }
  }

  private static void checkIdentity(Event event, List<Problem> problems) {
    String id = event.getId();
    if (id != null && !Formats.isLowerCaseUuid(id)) {
      problems.add(new Problem("id", id, "should be a UUID in lower case"));
    }
    if (event.getRevision() < 1) {
      String revision = Integer.toString(event.getRevision());
      problems.add(new Problem("revision", revision, "should be 1 or more"));
    }
  }

  private static void checkPlaces(Event event, List<Problem> problems) {
    checkSlug("bank", event.getBank(), problems);
    checkSlug("firm", event.getFirm(), problems);
    checkSlug("city", event.getCity(), problems);
    checkSlug("programme", event.getProgramme(), problems);
    String country = event.getCountry();
    if (country != null && !Formats.isCountry(country)) {
      String message = "should be an ISO 3166-1 alpha-2 code in upper case, such as HK";
      problems.add(new Problem("country", country, message));
    }
    boolean nowhere = event.getCity() == null && country == null;
    if (nowhere && event.getBank() == null && event.getFirm() == null) {
      problems.add(new Problem("", null, "at least one of bank, firm, city, country is needed"));
    }
  }

  private static void checkTexts(Event event, List<Problem> problems) {
    String source = event.getSource();
    checkText("source", source, SOURCE_LENGTH, problems);
    if (source != null && source.isBlank()) {
      problems.add(new Problem("source", source, "should say who says so"));
    }
    checkText("note", event.getNote(), NOTE_LENGTH, problems);
    String url = event.getUrl();
    if (url != null && url.length() > URL_LENGTH) {
      problems.add(tooLong("url", url, url.length(), URL_LENGTH));
    } else if (url != null && !Formats.isWebAddress(url)) {
      problems.add(new Problem("url", url, "should be an absolute http or https URL"));
    }
  }

  private static void checkNumbers(Event event, List<Problem> problems) {
    Integer subjects = event.getSubjects();
    if (subjects != null && subjects < 1) {
      problems.add(new Problem("subjects", subjects.toString(), "should be 1 or more"));
    }
    Integer noticeDays = event.getNoticeDays();
    if (noticeDays != null && noticeDays < 0) {
      problems.add(new Problem("noticeDays", noticeDays.toString(), "should be 0 or more"));
    }
  }

  private static void checkType(Event event, List<Problem> problems) {
    EventType type = event.getType();
    EventRules rules = type == null ? null : EventRules.of(type).orElse(null);
    if (rules == null) {
      return;
    }
    for (EventFields.Field field : EventFields.required(type)) {
      if (field.of(event) == null) {
        problems.add(new Problem(field.name(), null, "is missing: " + type + " needs one"));
      }
    }
    for (EventFields.Field field : EventFields.refused(type)) {
      if (field.of(event) != null) {
        problems.add(notOn(type, field.name(), field.of(event)));
      }
    }
    checkChange(event, rules, problems);
    if (type == EventType.BANK_WITHDREW && event.getCountry() != null && event.getCity() == null) {
      String message = "should be absent on BANK_WITHDREW unless with its city";
      problems.add(new Problem("country", event.getCountry(), message));
    }
  }

  private static void checkChange(Event event, EventRules rules, List<Problem> problems) {
    if (event.getChange() == null || rules.refused().contains("change")) {
      return;
    }
    String change = event.getChange().name();
    if (!change.equals(UNRECOGNISED) && !rules.changes().contains(event.getChange())) {
      List<String> values = rules.changes().stream().map(Enum::name).sorted().toList();
      String message = "should be %s on %s".formatted(String.join(" or ", values), event.getType());
      problems.add(new Problem("change", change, message));
    }
  }

  private static Problem notOn(EventType type, String field, Object value) {
    List<EventType> takers = EventRules.typesWith(field);
    String where =
        takers.size() > 5
            ? ""
            : takers.stream()
                .map(EventType::name)
                .collect(Collectors.joining(", ", "; it belongs to ", ""));
    return new Problem(field, value.toString(), "should be absent on " + type + where);
  }
}
