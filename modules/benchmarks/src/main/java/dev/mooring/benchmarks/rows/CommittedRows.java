package dev.mooring.benchmarks.rows;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads back the rows that a run has committed to the output topics of its lane: what was there
 * before the run is none of it, so that a second run cannot pass on the rows of the first. Rows of
 * a shadow go by the names of the live lane's topics, so that they can be compared.
 */
public final class CommittedRows implements AutoCloseable {

  /** Of the registry's wire format; the bodies behind it are what the law is about. */
  private static final int PREFIX = 5;

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, String> declaredNames;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> from;

  /**
   * Notes where the topics end now, before the run.
   *
   * @param topics as the catalogue declares them
   */
  public CommittedRows(String bootstrap, Lane lane, List<TopicSpec> topics) {
    consumer = new KafkaConsumer<>(settings(bootstrap));
    declaredNames =
        topics.stream()
            .collect(Collectors.toMap(topic -> lane.topic(topic).name(), TopicSpec::name));
    partitions =
        declaredNames.keySet().stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    from = consumer.endOffsets(partitions);
  }

  /** The rows that were committed since, the latest of each key. */
  public Rows read() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    from.forEach(consumer::seek);
    Rows rows = new Rows();
    while (!isAt(ends)) {
      consumer.poll(POLL).forEach(record -> take(record, rows));
    }
    return rows;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Rows rows) {
    byte[] value = record.value();
    byte[] body = value == null ? null : Arrays.copyOfRange(value, PREFIX, value.length);
    String key = new String(record.key(), StandardCharsets.UTF_8);
    rows.put(declaredNames.get(record.topic()), key, body);
  }

  private static Map<String, Object> settings(String bootstrap) {
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
}
