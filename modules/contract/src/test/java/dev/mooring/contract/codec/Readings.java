package dev.mooring.contract.codec;

import dev.mooring.contract.Problem;
import dev.mooring.contract.codec.EventReading.Read;
import dev.mooring.contract.codec.EventReading.Unreadable;
import dev.mooring.contract.event.Event;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads whole texts for tests. */
final class Readings {

  private Readings() {}

  static List<EventReading> json(String text) {
    return all(EventReaders::jsonLines, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<EventReading> csv(String text) {
    return all(EventReaders::csv, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<EventReading> all(Function<InputStream, EventReader> factory, byte[] bytes) {
    List<EventReading> readings = new ArrayList<>();
    try (EventReader reader = factory.apply(new ByteArrayInputStream(bytes))) {
      reader.forEachRemaining(readings::add);
    }
    return readings;
  }

  static List<Event> events(List<EventReading> readings) {
    return readings.stream().map(Read.class::cast).map(Read::event).toList();
  }

  static List<String> problems(EventReading reading) {
    return ((Unreadable) reading).problems().stream().map(Problem::describe).toList();
  }

  static List<String> fields(EventReading reading) {
    return ((Unreadable) reading).problems().stream().map(Problem::field).toList();
  }
}
