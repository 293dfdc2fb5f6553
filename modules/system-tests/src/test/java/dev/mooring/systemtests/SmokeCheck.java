package dev.mooring.systemtests;

import dev.mooring.contract.EventNormalizer;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReaders;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.codec.RowJson;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.OracleRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Holds what {@code mooring demo --once -o json} printed against the oracle's rows of the same
 * files: {@code SmokeCheck PRINTED EVENTS...}. Ends with 1, and says why, when a row differs.
 */
public final class SmokeCheck {

  private SmokeCheck() {}

  /** Runs the check; see the class. */
  public static void main(String[] arguments) throws IOException {
    GeneratedTypes.trust();
    List<String> printed = Files.readAllLines(Path.of(arguments[0]));
    List<Event> events = new ArrayList<>();
    for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
      events.addAll(events(Path.of(file)));
    }
    List<String> expected = expected(Oracle.rows(events));
    if (!printed.equals(expected)) {
      differences(expected, printed).limit(20).forEach(System.err::println);
      System.err.println("the demo's rows are not the oracle's");
      System.exit(1);
    }
    System.out.printf(
        "%d events: all %d rows of the demo equal the oracle's%n", events.size(), printed.size());
  }

  private static List<Event> events(Path file) throws IOException {
    EventNormalizer normalizer = new EventNormalizer(CityReference.shipped()::country);
    List<Event> events = new ArrayList<>();
    try (EventReader reader = EventReaders.detect(Files.newInputStream(file))) {
      while (reader.hasNext()) {
        events.add(
            switch (reader.next()) {
              case EventReading.Read(long line, Event event) -> normalizer.normalize(event);
              case EventReading.Unreadable bad ->
                  throw new IllegalStateException(file + ", line " + bad.line() + ": " + bad);
            });
      }
    }
    return events;
  }

  /** The three tables of the demo, in its order. */
  private static List<String> expected(OracleRows rows) {
    return Stream.of(
            rows(rows, "banks", Topics.BANK_METRICS),
            rows(rows, "cities", Topics.CITY_METRICS),
            rows.ranking().stream().map(SmokeCheck::rank))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<String> rows(OracleRows rows, String table, TopicSpec topic) {
    return rows.of(topic).values().stream().map(row -> marked(table, RowJson.write(row)));
  }

  private static String rank(OracleRows.Rank rank) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rank", rank.rank());
    fields.put("city", rank.city());
    fields.put("accountsOpen", rank.accountsOpen());
    fields.put("firmsBanked", rank.firmsBanked());
    fields.put("share", rank.share().isPresent() ? rank.share().getAsDouble() : null);
    return marked("ranking", RowJson.write(fields));
  }

  private static String marked(String table, String row) {
    return "{\"table\":\"" + table + "\"," + row.substring(1);
  }

  private static Stream<String> differences(List<String> expected, List<String> printed) {
    return Stream.concat(
        expected.stream().filter(line -> !printed.contains(line)).map(line -> "missing: " + line),
        printed.stream().filter(line -> !expected.contains(line)).map(line -> "wrong:   " + line));
  }
}
