package dev.mooring.metrics.oracle;

import dev.mooring.contract.EventNormalizer;
import dev.mooring.contract.codec.EventReader;
import dev.mooring.contract.codec.EventReaders;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.reference.CityReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sample files as a publisher sends them: with countries filled in from the cities. */
public final class SampleEvents {

  private SampleEvents() {}

  /** All records of {@code history.jsonl} and then of {@code article.jsonl}, some in both. */
  public static List<Event> all() throws IOException {
    List<Event> all = new ArrayList<>(of("history.jsonl"));
    all.addAll(of("article.jsonl"));
    return all;
  }

  /**
   * The records of one file of the samples directory.
   *
   * @throws IllegalStateException if one of its lines is no valid event
   */
  public static List<Event> of(String file) throws IOException {
    EventNormalizer publisher = new EventNormalizer(CityReference.shipped()::country);
    List<Event> events = new ArrayList<>();
    try (EventReader reader =
        EventReaders.jsonLines(Files.newInputStream(directory().resolve(file)))) {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case EventReading.Read read -> events.add(publisher.normalize(read.event()));
          case EventReading.Unreadable bad -> throw new IllegalStateException(file + ": " + bad);
        }
      }
    }
    return events;
  }

  /** Tests run in the directory of their module, programs anywhere in the project. */
  private static Path directory() throws IOException {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("samples/history.jsonl"))) {
        return at.resolve("samples");
      }
    }
    throw new IOException("samples/history.jsonl is in no directory above " + start);
  }
}
