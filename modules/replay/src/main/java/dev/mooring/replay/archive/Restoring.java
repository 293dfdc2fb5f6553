package dev.mooring.replay.archive;

import dev.mooring.contract.Topics;
import dev.mooring.publisher.PublisherConfig;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.registry.WireFormat;
import dev.mooring.replay.archive.Manifest.DataFile;
import dev.mooring.replay.archive.Manifest.Partition;
import dev.mooring.view.ViewConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Puts the records of an archive back into the events topic, with their timestamps and headers.
 *
 * <p>Every file is checked before anything is sent. What the topic holds already (same key,
 * timestamp and content) is left, so it may be run again, also after it was killed. It makes no
 * topic; of the registry it asks that the schemas of the events be registered.
 */
public final class Restoring {

  /** The share of memory that may go into remembering what the topic holds. */
  private static final int SHARE_OF_MEMORY = 4;

  private static final int BYTES_OF_FINGERPRINT = 64;

  private final ViewConfig config;
  private final PublisherConfig publisher;
  private final ArchiveProgress progress;
  private final long mostCompared;

  private Restoring(
      ViewConfig config, PublisherConfig publisher, long mostCompared, ArchiveProgress progress) {
    this.config = config;
    this.publisher = publisher;
    this.mostCompared = mostCompared;
    this.progress = progress;
  }

  /**
   * What a run has done.
   *
   * @param records in the archive
   * @param restored records that were sent
   * @param there records that the topic held already
   * @param compared whether it was looked at what the topic holds; it is not when that is more than
   *     memory holds. Then records may stand twice, which counts once
   * @param leftOut how many records cannot be put back, by the reason. None of them is an event
   */
  public record Summary(
      long records, long restored, long there, boolean compared, SortedMap<String, Long> leftOut) {}

  /**
   * Restores an archive.
   *
   * @throws ArchiveException when the archive is damaged or the topic is not as it should be,
   *     before anything was sent; or when Kafka fails
   */
  public static Summary run(
      ViewConfig config, PublisherConfig publisher, Path archive, ArchiveProgress progress)
      throws IOException {
    long memory = Runtime.getRuntime().maxMemory();
    return run(
        config, publisher, archive, memory / SHARE_OF_MEMORY / BYTES_OF_FINGERPRINT, progress);
  }

  static Summary run(
      ViewConfig config,
      PublisherConfig publisher,
      Path archive,
      long mostCompared,
      ArchiveProgress progress)
      throws IOException {
    return new Restoring(config, publisher, mostCompared, progress)
        .restore(VerifiedArchive.open(archive, progress));
  }

  private Summary restore(VerifiedArchive archive) throws IOException {
    try (TopicScan scan = new TopicScan(config, Topics.EVENTS.name());
        SchemaRegistryClient registry =
            new SchemaRegistryClient(RegistryConfig.from(publisher.registry()))) {
      List<Partition> stretches = scan.stretches();
      TargetTopic.check(config);
      Map<Schema, Integer> ids = TargetTopic.register(publisher, registry, archive);
      Optional<Fingerprints> there = there(scan, stretches, registry);
      Placement placement = new Placement(archive.manifest().partitions().size(), stretches.size());
      try (RecordSink sink = new RecordSink(publisher)) {
        Run run = new Run(ids, there, placement, sink);
        progress.begins("restoring", archive.manifest().records());
        for (DataFile file : archive.files()) {
          try (DataFileInput records = archive.read(file)) {
            records.forEachRemaining(run::take);
          }
        }
        sink.flush();
        return run.summary();
      }
    }
  }

  private Optional<Fingerprints> there(
      TopicScan scan, List<Partition> stretches, SchemaRegistryClient registry) throws IOException {
    long most = stretches.stream().mapToLong(each -> each.next() - each.first()).sum();
    if (most > mostCompared) {
      return Optional.empty();
    }
    Fingerprints there = new Fingerprints();
    ValueDecoder decoder = new ValueDecoder(registry);
    progress.begins("comparing", most);
    long[] read = {0};
    scan.read(
        stretches,
        record -> {
          there.add(decoder.read(record));
          progress.comesTo(++read[0]);
        });
    return Optional.of(there);
  }

  /** What changes while records go out. */
  private final class Run {

    private final Map<Schema, Integer> ids;
    private final Optional<Fingerprints> there;
    private final Placement placement;
    private final RecordSink sink;
    private final Map<String, Long> leftOut = new HashMap<>();
    private long records;
    private long restored;
    private long alreadyThere;

    Run(
        Map<Schema, Integer> ids,
        Optional<Fingerprints> there,
        Placement placement,
        RecordSink sink) {
      this.ids = ids;
      this.there = there;
      this.placement = placement;
      this.sink = sink;
    }

    void take(ArchivedRecord record) {
      progress.comesTo(++records);
      Optional<String> obstacle = obstacle(record);
      if (obstacle.isPresent()) {
        leftOut.merge(obstacle.get(), 1L, Long::sum);
      } else if (there.isPresent() && there.get().contains(record)) {
        alreadyThere++;
      } else {
        sink.send(produced(record));
        restored++;
      }
    }

    private Optional<String> obstacle(ArchivedRecord record) {
      if (record.bearsForeignSchema()) {
        return Optional.of("value bears a schema id that means nothing in another registry");
      }
      if (record.timestamp() < 0) {
        return Optional.of("has no timestamp, and would get one");
      }
      OptionalInt partition = placement.of(record);
      return partition.isEmpty()
          ? Optional.of("stood in a wrong partition, and would get the right one")
          : Optional.empty();
    }

    private ProducerRecord<byte[], byte[]> produced(ArchivedRecord record) {
      byte[] value =
          record
              .event()
              .map(event -> WireFormat.frame(ids.get(event.getSchema()), EventBytes.of(event)))
              .or(record::raw)
              .orElse(null);
      return new ProducerRecord<>(
          Topics.EVENTS.name(),
          placement.of(record).getAsInt(),
          record.timestamp(),
          record.key().orElse(null),
          value,
          record.headersToSend());
    }

    Summary summary() {
      return new Summary(
          records, restored, alreadyThere, there.isPresent(), new TreeMap<>(leftOut));
    }
  }
}
