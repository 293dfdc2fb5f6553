package dev.mooring.replay.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.metrics.Dossier.Verdict;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.MemoryFold;
import dev.mooring.metrics.Parties;
import dev.mooring.replay.EventsDigest;
import dev.mooring.replay.log.EventIntake;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import dev.mooring.topology.intake.SchemaSource;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/** All events up to a mark, folded without the topology; the mark may be moved on. */
final class FreshFold {

  private final SchemaSource schemas;
  private final int partitions;
  private final MemoryFold fold = new MemoryFold();
  private final EventsDigest digest = new EventsDigest();
  private final Map<Integer, PartitionTally> tallies = new TreeMap<>();
  private final Map<TopicPartition, Long> next = new HashMap<>();

  /**
   * Of no events yet.
   *
   * @param partitions number of partitions of the events topic
   */
  FreshFold(SchemaSource schemas, int partitions) {
    this.schemas = schemas;
    this.partitions = partitions;
  }

  /** What one thread makes of one partition. */
  private record Part(
      EventIntake intake, MemoryFold fold, EventsDigest digest, PartitionTally tally) {

    void take(ConsumerRecord<byte[], byte[]> record) {
      Optional<Fact> fact = intake.fact(record);
      if (fact.isEmpty()) {
        tally.reject();
        return;
      }
      Verdict verdict = fold.add(Parties.ofKey(new String(record.key(), UTF_8)), fact.get());
      tally.take(verdict);
      if (verdict != Verdict.DUPLICATE) {
        intake.addTo(digest, record);
      }
    }
  }

  /** Reads on to a mark. */
  void readTo(Map<TopicPartition, Extent> mark, ParallelReader reader, Progress progress) {
    Map<TopicPartition, Extent> stretches = new HashMap<>();
    mark.forEach(
        (partition, extent) ->
            stretches.put(
                partition, new Extent(next.getOrDefault(partition, extent.start()), extent.end())));
    if (next.isEmpty()) {
      readApart(stretches, reader, progress);
    } else {
      // What has come meanwhile is little, and may be of any key that is folded already.
      readOneByOne(stretches, reader, progress);
    }
    mark.forEach((partition, extent) -> next.put(partition, extent.end()));
  }

  private void readApart(
      Map<TopicPartition, Extent> stretches, ParallelReader reader, Progress progress) {
    Map<TopicPartition, Part> parts = new HashMap<>();
    stretches
        .keySet()
        .forEach(each -> parts.put(each, part(each, new MemoryFold(), new EventsDigest())));
    reader.read(stretches, partition -> parts.get(partition)::take, progress);
    parts
        .values()
        .forEach(
            part -> {
              fold.join(part.fold());
              digest.addAll(part.digest());
            });
  }

  private void readOneByOne(
      Map<TopicPartition, Extent> stretches, ParallelReader reader, Progress progress) {
    stretches.forEach(
        (partition, extent) -> {
          Consumer<ConsumerRecord<byte[], byte[]>> to = part(partition, fold, digest)::take;
          reader.read(Map.of(partition, extent), any -> to, progress);
        });
  }

  private Part part(TopicPartition of, MemoryFold into, EventsDigest sums) {
    return new Part(
        new EventIntake(schemas, partitions),
        into,
        sums,
        tallies.computeIfAbsent(of.partition(), PartitionTally::new));
  }

  long records() {
    return tallies.values().stream().mapToLong(PartitionTally::read).sum();
  }

  EventsDigest digest() {
    return digest;
  }

  /** The rows that should be there, by topic and key: the ledger's among them. */
  Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows() {
    Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows = fold.rows();
    rows.put(Topics.LEDGER, ledger());
    return rows;
  }

  private NavigableMap<String, SpecificRecord> ledger() {
    Map<Integer, StatusCounts> latest = new HashMap<>();
    fold.forEachLatest(
        (parties, fact) ->
            latest
                .computeIfAbsent(partition(parties), none -> new StatusCounts())
                .add(fact.status()));
    NavigableMap<String, SpecificRecord> rows = new TreeMap<>();
    tallies.forEach(
        (partition, tally) -> {
          if (tally.read() > 0) {
            StatusCounts counts = latest.getOrDefault(partition, new StatusCounts());
            rows.put(partition.toString(), tally.row(counts));
          }
        });
    return rows;
  }

  private int partition(Parties parties) {
    return BuiltInPartitioner.partitionForKey(parties.key().getBytes(UTF_8), partitions);
  }
}
