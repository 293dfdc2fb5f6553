package dev.mooring.benchmarks.rows;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what has been committed to some topics, up to where they end at the moment. */
public final class CommittedRecords implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /** A reader of a broker's topics. */
  public CommittedRecords(String bootstrap) {
    consumer = new KafkaConsumer<>(settings(bootstrap));
  }

  /** The names of the topics that there are. */
  public Set<String> topics() {
    return consumer.listTopics().keySet();
  }

  /** Where the partitions of topics end now. */
  public Map<TopicPartition, Long> ends(Collection<String> topics) {
    return consumer.endOffsets(assigned(topics));
  }

  /** Where the partitions of topics begin. */
  public Map<TopicPartition, Long> beginnings(Collection<String> topics) {
    return consumer.beginningOffsets(assigned(topics));
  }

  /** Reads from such offsets to where the partitions end now. */
  public void read(Map<TopicPartition, Long> from, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    consumer.assign(from.keySet());
    Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
    from.forEach(consumer::seek);
    while (!isAt(ends)) {
      consumer.poll(POLL).forEach(taker);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Settings of a consumer of bytes that have been committed. */
  public static Map<String, Object> settings(String bootstrap) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        IsolationLevel.READ_COMMITTED.name().toLowerCase(Locale.ROOT));
  }

  /** The client warns when it is asked for the offsets of partitions that it does not read. */
  private List<TopicPartition> assigned(Collection<String> topics) {
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    return partitions;
  }

  private boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
