package dev.mooring.replay.archive;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.replay.archive.Manifest.Partition;
import dev.mooring.view.ViewConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Writes the events topic into an archive: what is committed, up to where the topic ends when it
 * starts. It goes on from where the archive stops, also after it was killed, and takes no more
 * memory for more records.
 */
public final class Archiving {

  private final ViewConfig config;
  private final ArchiveDirectory directory;
  private final ArchiveLimits limits;
  private final ArchiveProgress progress;

  private Archiving(
      ViewConfig config, Path archive, ArchiveLimits limits, ArchiveProgress progress) {
    this.config = config;
    this.directory = new ArchiveDirectory(archive);
    this.limits = limits;
    this.progress = progress;
  }

  /**
   * What a run has done.
   *
   * @param added records that this run has added
   * @param records in the archive now
   * @param events how many of them have an Event as their value
   * @param files in the archive now
   * @param bytes of these files
   */
  public record Summary(long added, long records, long events, int files, long bytes) {}

  /**
   * Archives what the archive does not hold yet.
   *
   * @param archive a directory: an archive of the same topic, or empty, or not there
   * @throws ArchiveException when it is neither, or the topic cannot be read
   * @throws IOException when it cannot be written; what was written until then counts
   */
  public static Summary run(ViewConfig config, Path archive, ArchiveProgress progress)
      throws IOException {
    return run(config, archive, ArchiveLimits.USUAL, progress);
  }

  static Summary run(
      ViewConfig config, Path archive, ArchiveLimits limits, ArchiveProgress progress)
      throws IOException {
    return new Archiving(config, archive, limits, progress).run();
  }

  private Summary run() throws IOException {
    FileChannel lock = directory.lock();
    try (lock;
        TopicScan scan = new TopicScan(config, Topics.EVENTS.name())) {
      List<Partition> present = scan.stretches();
      Manifest archived = begin(present);
      List<Partition> wanted = new ArrayList<>();
      for (Partition partition : present) {
        wanted.add(rest(archived, partition));
      }
      Manifest result = read(scan, archived, wanted);
      return new Summary(
          result.records() - archived.records(),
          result.records(),
          result.events(),
          result.files().size(),
          result.files().stream().mapToLong(Manifest.DataFile::bytes).sum());
    }
  }

  private Manifest begin(List<Partition> present) throws IOException {
    try (TopicFacts topic = new TopicFacts(config, Topics.EVENTS.name())) {
      Optional<Manifest> there = directory.manifest();
      Manifest archived =
          there.orElseGet(
              () ->
                  Manifest.begin(
                      Topics.EVENTS.name(),
                      topic.clusterId(),
                      topic.topicId(),
                      present.stream()
                          .map(each -> new Partition(each.partition(), each.first(), each.first()))
                          .toList()));
      if (there.isEmpty()) {
        directory.checkEmpty();
        directory.write(archived);
      }
      checkSame(archived, topic);
      directory.removeLeftovers(archived);
      List<String> problems = directory.problems(archived);
      if (!problems.isEmpty()) {
        throw new ArchiveException(String.join("; ", problems));
      }
      return archived;
    }
  }

  private void checkSame(Manifest archived, TopicFacts topic) {
    String id = topic.topicId();
    if (!archived.topicId().equals(id) || !archived.clusterId().equals(topic.clusterId())) {
      throw new ArchiveException(
          "%s is an archive of topic %s (id %s) of cluster %s, not of this one (id %s, cluster %s): archive into another directory"
              .formatted(
                  directory.path(),
                  archived.topic(),
                  archived.topicId(),
                  archived.clusterId(),
                  id,
                  topic.clusterId()));
    }
  }

  /** What is still to be read of a partition. */
  private static Partition rest(Manifest archived, Partition present) {
    long next =
        archived.partition(present.partition()).map(Partition::next).orElse(present.first());
    if (present.first() > next) {
      throw new ArchiveException(
          "partition %d of %s begins at offset %d, but the archive ends before %d: the records between are gone from Kafka; archive into another directory"
              .formatted(present.partition(), archived.topic(), present.first(), next));
    }
    return new Partition(present.partition(), next, Math.max(next, present.next()));
  }

  private Manifest read(TopicScan scan, Manifest archived, List<Partition> wanted)
      throws IOException {
    progress.begins(
        "archiving", wanted.stream().mapToLong(each -> each.next() - each.first()).sum());
    try (SchemaRegistryClient registry =
            new SchemaRegistryClient(RegistryConfig.from(config.registry()));
        ArchiveOutput output =
            new ArchiveOutput(directory.path(), limits, Event.getClassSchema())) {
      Run run = new Run(archived, wanted, new ValueDecoder(registry), output);
      scan.read(wanted, run::take);
      wanted.forEach(run::done);
      run.checkpoint();
      return run.archived;
    }
  }

  /** What changes while records come. */
  private final class Run {

    private final ValueDecoder decoder;
    private final ArchiveOutput output;
    private final SortedMap<Integer, Partition> partitions = new TreeMap<>();
    private Manifest archived;
    private long uncommitted;
    private long taken;

    Run(Manifest archived, List<Partition> wanted, ValueDecoder decoder, ArchiveOutput output) {
      this.archived = archived;
      this.decoder = decoder;
      this.output = output;
      wanted.forEach(
          each ->
              partitions.put(
                  each.partition(), new Partition(each.partition(), each.first(), each.first())));
      archived.partitions().forEach(each -> partitions.put(each.partition(), each));
    }

    void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
      output.add(decoder.read(record));
      passed(record.partition(), record.offset() + 1);
      progress.comesTo(++taken);
      if (++uncommitted >= limits.recordsPerCheckpoint()) {
        checkpoint();
      }
    }

    /** Behind the last record there may be markers of transactions. */
    void done(Partition wanted) {
      passed(wanted.partition(), wanted.next());
    }

    private void passed(int partition, long next) {
      partitions.computeIfPresent(
          partition, (number, before) -> new Partition(number, before.first(), next));
    }

    void checkpoint() throws IOException {
      archived = archived.with(output.finish(), List.copyOf(partitions.values()));
      directory.write(archived);
      uncommitted = 0;
    }
  }
}
