package dev.mooring.topology;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams that served best: docs/RATIONALE.md says how they were found. */
final class StreamsSettings {

  private static final int MEGABYTE = 1024 * 1024;

  /**
   * A transaction is open only while a commit is sent. That of an instance which was killed and
   * does not come back holds up its successor and all readers for as long.
   */
  private static final int TRANSACTION_TIMEOUT_MS = 10_000;

  private StreamsSettings() {}

  /**
   * Settings of an instance.
   *
   * @param instanceId stable over restarts: a restarted instance takes its place in the group at
   *     once, instead of waiting until its predecessor's session times out
   */
  static Properties of(TopologyConfig config, String instanceId) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, config.commitInterval().toMillis());
    settings.putAll(correctness());
    settings.putAll(throughput());
    settings.putAll(restoring());
    settings.putAll(membership(instanceId));
    settings.putAll(config.kafka());
    return settings;
  }

  private static Map<String, Object> correctness() {
    return Map.of(
        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
        StreamsConfig.EXACTLY_ONCE_V2,
        StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
        true,
        StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
        0);
  }

  private static Map<String, Object> throughput() {
    return Map.of(
        StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG,
        20_000,
        StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
        StreamsConfig.MAX_TASK_IDLE_MS_DISABLED,
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
        10_000,
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        4 * MEGABYTE,
        StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
        256 * 1024,
        StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG),
        64 * MEGABYTE,
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
        5,
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        TRANSACTION_TIMEOUT_MS,
        StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
        "lz4");
  }

  /**
   * A restore reads all that there is, by one thread that also takes it in: what the broker sends
   * meanwhile waits in the socket. With the usual 64 KB it soon waits for the thread, and the
   * thread for it.
   */
  private static Map<String, Object> restoring() {
    return Map.of(
        StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
        10_000,
        StreamsConfig.restoreConsumerPrefix(ConsumerConfig.RECEIVE_BUFFER_CONFIG),
        2 * MEGABYTE);
  }

  private static Map<String, Object> membership(String instanceId) {
    return Map.of(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId,
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000,
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
  }
}
