package dev.mooring.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.replay.archive.Manifest.Partition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Archives as a run would make them, without a broker. */
final class Archives {

  static final int PARTITIONS = 2;

  private static final Instant START = Instant.parse("2024-01-01T12:00:00Z");
  private static final List<Header> HEADERS =
      List.of(
          new RecordHeader("ce_id", "one".getBytes(UTF_8)),
          new RecordHeader("ce_id", null),
          new RecordHeader("", new byte[0]));

  private Archives() {}

  /** Events with some records between that are none; days interleave. */
  static List<ArchivedRecord> records(int count) {
    GeneratedTypes.trust();
    List<Event> events = new RandomHistory(count).take(count);
    List<ArchivedRecord> records = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      records.add(
          switch (i % 10) {
            case 3 -> other(i, Optional.of(new byte[] {7, (byte) i}));
            case 7 -> other(i, Optional.empty());
            default -> event(i, events.get(i));
          });
    }
    return records;
  }

  static ArchivedRecord event(int i, Event event) {
    return new ArchivedRecord(
        i % PARTITIONS,
        i / PARTITIONS,
        timestamp(i),
        HEADERS,
        Optional.of(EventKey.of(event).getBytes(UTF_8)),
        Optional.of(generic(event)),
        Optional.empty(),
        Optional.empty());
  }

  private static ArchivedRecord other(int i, Optional<byte[]> raw) {
    return new ArchivedRecord(
        i % PARTITIONS,
        i / PARTITIONS,
        timestamp(i),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        raw,
        Optional.of("is no event"));
  }

  private static long timestamp(int i) {
    return START.plus(Duration.ofDays(i % 5)).plusMillis(i).toEpochMilli();
  }

  static GenericRecord generic(Event event) {
    try {
      byte[] bytes = Event.getEncoder().encode(event).array();
      // Behind Avro's single-object header of ten bytes.
      return new GenericDatumReader<GenericRecord>(
              Event.getClassSchema(), Event.getClassSchema(), ArchiveSchema.MODEL)
          .read(null, DecoderFactory.get().binaryDecoder(bytes, 10, bytes.length - 10, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Manifest write(Path directory, List<ArchivedRecord> records, ArchiveLimits limits) {
    Manifest empty = Manifest.begin(Topics.EVENTS.name(), "cluster", "topic", List.of());
    try (ArchiveOutput output = new ArchiveOutput(directory, limits, Event.getClassSchema())) {
      java.nio.file.Files.createDirectories(directory);
      for (ArchivedRecord record : records) {
        output.add(record);
      }
      long next = records.size() / PARTITIONS;
      Manifest manifest =
          empty.with(
              output.finish(), List.of(new Partition(0, 0, next), new Partition(1, 0, next)));
      new ManifestFile(directory).write(manifest);
      return manifest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> read(Path directory) throws IOException {
    VerifiedArchive archive = VerifiedArchive.open(directory, ArchiveProgress.NONE);
    List<String> read = new ArrayList<>();
    for (Manifest.DataFile file : archive.files()) {
      try (DataFileInput input = archive.read(file)) {
        input.forEachRemaining(record -> read.add(text(record)));
      }
    }
    return read;
  }

  /** All of a record, comparable. */
  static String text(ArchivedRecord record) {
    return "%d/%d at %d %s key=%s event=%s raw=%s why=%s"
        .formatted(
            record.partition(),
            record.offset(),
            record.timestamp(),
            record.headers(),
            record.key().map(key -> new String(key, UTF_8)),
            record.event(),
            record.raw().map(java.util.Arrays::toString),
            record.why());
  }
}
