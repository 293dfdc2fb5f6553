package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads again what a view has read before: the committed records between two of its positions, for
 * somebody who has seen the one and wants to get to the other. Of topics that are compacted, the
 * later records of a key stand for the earlier ones. Safe for use by several threads; each reading
 * has a consumer of its own.
 */
public final class PastReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ViewConfig config;
  private final ValueDecoder decoder;
  private final EventAdmission admission;
  private final Map<String, TopicSpec> topics = new HashMap<>();

  public PastReader(ViewConfig config) {
    this.config = config;
    this.decoder = new ValueDecoder(config);
    this.admission = new EventAdmission(decoder);
    Topics.rows().forEach(topic -> topics.put(topic.name(), topic));
    topics.put(Topics.EVENTS.name(), Topics.EVENTS);
  }

  /**
   * Reads every record from one position on and before the other, in order within its partition. Of
   * events those that count; what is no event is passed over.
   *
   * @param each takes a record, and says whether it wants more
   * @return false when it wanted no more, or when some of the records are not there any more: the
   *     topic begins behind them, or ends before them
   * @throws ReadException when a record is no row, or nothing comes for a while
   */
  public boolean read(Position from, Position to, Predicate<PastRecord> each) {
    Map<TopicPartition, Long> open = new HashMap<>(to.next());
    open.entrySet().removeIf(end -> from.next(end.getKey()) >= end.getValue());
    if (open.isEmpty()) {
      return true;
    }
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config.committedReader())) {
      return holds(consumer, from, open) && read(consumer, from, open, each);
    }
  }

  @Override
  public void close() {
    decoder.close();
  }

  private static boolean holds(
      KafkaConsumer<byte[], byte[]> consumer, Position from, Map<TopicPartition, Long> to) {
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(to.keySet());
    Map<TopicPartition, Long> ends = consumer.endOffsets(to.keySet());
    return to.entrySet().stream()
        .allMatch(
            end ->
                starts.get(end.getKey()) <= from.next(end.getKey())
                    && ends.get(end.getKey()) >= end.getValue());
  }

  private boolean read(
      KafkaConsumer<byte[], byte[]> consumer,
      Position from,
      Map<TopicPartition, Long> open,
      Predicate<PastRecord> each) {
    Map<TopicPartition, Long> ends = Map.copyOf(open);
    Map<String, Integer> partitions = partitions(consumer, ends);
    consumer.assign(ends.keySet());
    ends.keySet().forEach(partition -> consumer.seek(partition, from.next(partition)));
    long lastProgress = System.nanoTime();
    while (!open.isEmpty()) {
      var records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        boolean between = record.offset() < ends.get(partition);
        Optional<PastRecord> past =
            between ? past(record, partitions.get(record.topic())) : Optional.empty();
        if (past.isPresent() && !each.test(past.get())) {
          return false;
        }
      }
      // Positions pass over markers of transactions, which are never handed out as records.
      open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
      lastProgress = records.isEmpty() ? lastProgress : System.nanoTime();
      if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
        throw new ReadException("Kafka gives nothing more of " + open.keySet());
      }
    }
    return true;
  }

  private static Map<String, Integer> partitions(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    Map<String, Integer> counts = new HashMap<>();
    for (TopicPartition partition : ends.keySet()) {
      counts.computeIfAbsent(partition.topic(), topic -> consumer.partitionsFor(topic).size());
    }
    return counts;
  }

  private Optional<PastRecord> past(ConsumerRecord<byte[], byte[]> record, int partitions) {
    if (record.topic().equals(Topics.EVENTS.name())) {
      return admission.admit(record, partitions).map(event -> past(record, event));
    }
    SpecificRecord row = decoder.decode(record);
    return Optional.of(past(record, row));
  }

  private PastRecord past(ConsumerRecord<byte[], byte[]> record, SpecificRecord value) {
    TopicSpec topic = topics.get(record.topic());
    if (topic == null) {
      throw new IllegalArgumentException(
          "topic: " + record.topic() + ", should be one of " + topics.keySet());
    }
    return new PastRecord(
        topic,
        new String(record.key(), UTF_8),
        Optional.ofNullable(value),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()));
  }
}
