package dev.mooring.contract.codec;

import dev.mooring.contract.EventRules;
import dev.mooring.contract.Formats;
import dev.mooring.contract.event.Change;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Any valid event, with odd texts and times. */
final class ValidEvents {

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final long DAY_MILLIS = 86_400_000L;

  private record Value(int position, Object value) {}

  private ValidEvents() {}

  static Arbitrary<Event> any() {
    return Arbitraries.of(EventType.values())
        .filter(type -> EventRules.of(type).isPresent())
        .flatMap(ValidEvents::of);
  }

  private static Arbitrary<Event> of(EventType type) {
    EventRules rules = EventRules.of(type).orElseThrow();
    List<Arbitrary<Value>> values = new ArrayList<>();
    for (Schema.Field field : Event.getClassSchema().getFields()) {
      if (!rules.refused().contains(field.name())) {
        values.add(value(field, rules));
      }
    }
    return Combinators.combine(values)
        .as(chosen -> build(type, chosen))
        .flatMap(event -> times().map(times -> withTimes(event, times)));
  }

  private static Event build(EventType type, List<Value> values) {
    Event event = new Event();
    values.forEach(value -> event.put(value.position(), value.value()));
    event.put(position("type"), type);
    boolean nowhere = event.getCity() == null && event.getCountry() == null;
    if (nowhere && event.getBank() == null && event.getFirm() == null) {
      event.put(position("city"), "hong-kong");
    }
    if (type == EventType.BANK_WITHDREW && event.getCity() == null) {
      event.put(position("country"), null);
    }
    return event;
  }

  private static Event withTimes(Event event, List<EventTime> times) {
    event.put(position("occurredAt"), times.get(0).instant());
    event.put(position("precision"), times.get(0).precision());
    event.put(position("reportedAt"), times.get(1).instant());
    event.put(position("reportedPrecision"), times.get(1).precision());
    return event;
  }

  private static Arbitrary<List<EventTime>> times() {
    Arbitrary<EventTime> time =
        Combinators.combine(
                Arbitraries.longs().between(FIRST_DAY.toEpochDay(), LAST_DAY.toEpochDay()),
                Arbitraries.longs().between(0, DAY_MILLIS - 1),
                Arbitraries.of(Precision.INSTANT, Precision.DAY, Precision.MONTH))
            .as(ValidEvents::time);
    return time.list().ofSize(2);
  }

  private static EventTime time(long epochDay, long millis, Precision precision) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    LocalDate start = precision == Precision.MONTH ? day.withDayOfMonth(1) : day;
    long added = precision == Precision.INSTANT ? millis : 0;
    return new EventTime(
        start.atStartOfDay(ZoneOffset.UTC).toInstant().plusMillis(added), precision);
  }

  private static Arbitrary<Value> value(Schema.Field field, EventRules rules) {
    boolean optional = field.schema().isNullable() && !rules.required().contains(field.name());
    Arbitrary<?> present = present(field, rules);
    Arbitrary<?> any = optional ? present.injectNull(0.4) : present;
    return any.map(value -> new Value(field.pos(), value));
  }

  private static Arbitrary<?> present(Schema.Field field, EventRules rules) {
    Schema schema = field.schema().isUnion() ? field.schema().getTypes().getLast() : field.schema();
    return switch (field.name()) {
      case "id" -> ids();
      case "bank", "firm", "city", "programme" -> slugs();
      case "country" -> Arbitraries.of(Locale.getISOCountries());
      case "source" -> texts(200).filter(text -> !text.isBlank());
      case "note" -> texts(1000);
      case "url" -> Arbitraries.of("https://a.example/x?y=1,2#z", "HTTP://b.example/%22%E2%82%AC");
      case "revision", "subjects" -> Arbitraries.integers().greaterOrEqual(1);
      case "noticeDays" -> Arbitraries.integers().greaterOrEqual(0);
      case "change" -> Arbitraries.of(changes(rules));
      case "occurredAt", "reportedAt" -> Arbitraries.just(Instant.EPOCH);
      default -> symbols(schema);
    };
  }

  private static List<Change> changes(EventRules rules) {
    return rules.changes().isEmpty() ? List.of(Change.ADDED) : List.copyOf(rules.changes());
  }

  private static Arbitrary<?> symbols(Schema schema) {
    return Arbitraries.of(
        Arrays.stream(SpecificData.get().getClass(schema).getEnumConstants())
            .filter(value -> !value.toString().equals("UNRECOGNISED"))
            .toList());
  }

  private static Arbitrary<String> ids() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
        .as((high, low) -> new UUID(high, low).toString());
  }

  private static Arbitrary<String> slugs() {
    return Arbitraries.strings()
        .withChars("abz019")
        .ofMinLength(1)
        .ofMaxLength(5)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(parts -> String.join("-", parts));
  }

  private static Arbitrary<String> texts(int limit) {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "",
            " ",
            "\"",
            "\"\"",
            ",",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\\",
            "\u0000",
            "\u2028",
            "\uFEFF",
            "\uD83D\uDE00",
            "null",
            "x",
            "zürich",
            ";",
            "'",
            "=1+1",
            "{\"id\":1}",
            "\u00A0");
    Arbitrary<String> built = pieces.list().ofMaxSize(12).map(parts -> String.join("", parts));
    Arbitrary<String> any =
        Arbitraries.strings().all().ofMaxLength(limit).filter(Formats::isWellFormed);
    return Arbitraries.oneOf(built, built, any);
  }

  private static int position(String field) {
    return Event.getClassSchema().getField(field).pos();
  }
}
