package dev.mooring.server;

import dev.mooring.contract.EventNormalizer;
import dev.mooring.contract.codec.EventReaders;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sample history. */
final class Samples {

  private Samples() {}

  static List<Event> events() {
    EventNormalizer normalizer = new EventNormalizer(CityReference.shipped()::country);
    List<Event> events = new ArrayList<>();
    try (var reader =
        EventReaders.jsonLines(Files.newInputStream(Path.of("../../samples/history.jsonl")))) {
      reader.forEachRemaining(
          reading -> {
            if (reading instanceof EventReading.Read read) {
              events.add(normalizer.normalize(read.event()));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }
}
