package dev.mooring.benchmarks.history;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.event.Precision;
import dev.mooring.contract.event.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** Counts of a history, told from its events alone. */
final class Census {

  private static final SpecificDatumWriter<Event> WRITER = new SpecificDatumWriter<>(Event.class);

  final Map<EventType, Integer> types = new EnumMap<>(EventType.class);
  final Map<String, Integer> pairs = new HashMap<>();
  final Map<String, Integer> banks = new HashMap<>();
  final Map<String, Integer> cities = new HashMap<>();
  final Map<Long, Integer> startsByHour = new HashMap<>();
  private final Map<String, Map<Integer, Event>> contents = new HashMap<>();

  int events;
  int duplicates;
  int conflicts;
  int amended;
  int retracted;
  int disputed;
  int announced;
  int late;
  int outOfOrder;
  int outside;
  int cityless;
  long bytes;

  static Census of(HistoryGenerator history) {
    Census census = new Census();
    while (history.hasNext()) {
      Event event = history.next();
      census.count(event, Duration.between(event.getOccurredAt(), history.publishedAt()));
    }
    return census;
  }

  /** Distinct ids. */
  int facts() {
    return contents.size();
  }

  private void count(Event event, Duration delay) {
    events++;
    bytes += length(event);
    types.merge(event.getType(), 1, Integer::sum);
    Map<Integer, Event> revisions = contents.computeIfAbsent(event.getId(), id -> new HashMap<>(2));
    boolean newFact = revisions.isEmpty();
    Event earlier = revisions.putIfAbsent(event.getRevision(), event);
    if (newFact) {
      fact(event, delay);
    } else if (earlier == null) {
      revision(event);
    } else if (earlier.equals(event)) {
      duplicates++;
    } else {
      conflicts++;
    }
  }

  private void fact(Event event, Duration delay) {
    if (event.getBank() == null || event.getFirm() == null) {
      outside++;
      return;
    }
    cities.merge(String.valueOf(event.getCity()), 1, Integer::sum);
    cityless += event.getCity() == null ? 1 : 0;
    announced += event.getReportedAt().isBefore(event.getOccurredAt()) && exact(event) ? 1 : 0;
    late += delay.toDays() > 31 ? 1 : 0;
    if (pairs.merge(EventKey.of(event), 1, Integer::sum) == 1) {
      banks.merge(event.getBank(), 1, Integer::sum);
      startsByHour.merge(event.getReportedAt().getEpochSecond() / 3600, 1, Integer::sum);
    }
  }

  private static boolean exact(Event event) {
    return event.getPrecision() == Precision.INSTANT
        && event.getReportedPrecision() == Precision.INSTANT;
  }

  private void revision(Event event) {
    outOfOrder += event.getRevision() == 1 ? 1 : 0;
    retracted += event.getStatus() == Status.RETRACTED ? 1 : 0;
    disputed += event.getStatus() == Status.DISPUTED ? 1 : 0;
    amended += event.getStatus() == Status.REPORTED ? 1 : 0;
  }

  private static int length(Event event) {
    try {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(body, null);
      WRITER.write(event, encoder);
      return body.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
