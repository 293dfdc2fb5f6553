package dev.mooring.replay.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.metrics.Dossier.Verdict;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.MemoryFold;
import dev.mooring.metrics.MovingFold;
import dev.mooring.metrics.Parties;
import dev.mooring.replay.EventsDigest;
import dev.mooring.replay.log.EventIntake;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import dev.mooring.topology.intake.SchemaSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/** All events up to a mark, folded without the topology; the mark is moved on. */
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
      EventIntake intake,
      BiFunction<Parties, Fact, Verdict> fold,
      EventsDigest digest,
      PartitionTally tally) {

    void take(ConsumerRecord<byte[], byte[]> record) {
      Optional<Fact> fact = intake.fact(record);
      if (fact.isEmpty()) {
        tally.reject();
        return;
      }
      Verdict verdict = fold.apply(Parties.ofKey(new String(record.key(), UTF_8)), fact.get());
      tally.take(verdict);
      if (verdict != Verdict.DUPLICATE) {
        intake.addTo(digest, record);
      }
    }
  }

  /** Reads to a mark, or on to it. */
  void readTo(Map<TopicPartition, Extent> mark, ParallelReader reader, Progress progress) {
    if (next.isEmpty()) {
      readApart(mark, reader, progress);
    } else {
      readOn(mark, reader);
    }
  }

  private void readApart(
      Map<TopicPartition, Extent> mark, ParallelReader reader, Progress progress) {
    Map<TopicPartition, MemoryFold> folds = new HashMap<>();
    Map<TopicPartition, Part> parts = new HashMap<>();
    mark.forEach(
        (partition, extent) -> {
          MemoryFold own = folds.computeIfAbsent(partition, none -> new MemoryFold());
          parts.put(partition, part(partition, own::add, new EventsDigest()));
          next.put(partition, extent.end());
        });
    reader.read(mark, partition -> parts.get(partition)::take, progress);
    folds.values().forEach(fold::join);
    parts.values().forEach(part -> digest.addAll(part.digest()));
  }

  /**
   * Reads on to a later mark: what has come meanwhile is little, and may be of any key that is
   * folded already.
   *
   * @return what was behind the mark before
   */
  Behind readOn(Map<TopicPartition, Extent> mark, ParallelReader reader) {
    MovingFold moving = new MovingFold(fold);
    Set<String> moved = new HashSet<>();
    mark.forEach(
        (partition, extent) -> {
          Extent stretch = new Extent(next.getOrDefault(partition, extent.start()), extent.end());
          if (stretch.length() > 0) {
            Consumer<ConsumerRecord<byte[], byte[]>> to =
                part(partition, moving::add, digest)::take;
            reader.read(Map.of(partition, stretch), any -> to, Progress.NONE);
            moved.add(Integer.toString(partition.partition()));
            next.put(partition, extent.end());
          }
        });
    return new Behind(moving.movement(), moved);
  }

  private Part part(TopicPartition of, BiFunction<Parties, Fact, Verdict> into, EventsDigest sums) {
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
