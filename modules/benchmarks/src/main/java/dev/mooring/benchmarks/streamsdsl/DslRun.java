package dev.mooring.benchmarks.streamsdsl;

import dev.mooring.benchmarks.engine.EngineRun;
import dev.mooring.benchmarks.engine.Job;
import dev.mooring.benchmarks.engine.MooringRun;
import dev.mooring.benchmarks.engine.Stopwatch;
import dev.mooring.benchmarks.rows.CommittedRows;
import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;

/** K and Kt: the DSL of Kafka Streams under exactly_once_v2, as it comes, or tuned. */
public final class DslRun implements EngineRun {

  /** Setting: whether settings are those that serve best, rather than those of Kafka Streams. */
  public static final String TUNED = "tuned";

  private static final int MEGABYTE = 1 << 20;

  @Override
  public Outcome run(Job job, Stopwatch watch) throws Exception {
    try (CommittedRows committed = new CommittedRows(job.bootstrap(), Lane.LIVE, Topics.OUTPUTS)) {
      fold(job, watch);
      return new Outcome(job.events(), Optional.of(committed.read()));
    }
  }

  private static void fold(Job job, Stopwatch watch) throws Exception {
    boolean tuned = Boolean.parseBoolean(job.settings().get(TUNED));
    Properties settings = settings(job, tuned);
    DslTopology topology = new DslTopology(job.registry(), job.partitions(), tuned);
    try (Admin admin =
            Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, job.bootstrap()));
        KafkaStreams streams = new KafkaStreams(topology.build(settings), settings)) {
      start(streams);
      watch.start();
      awaitCommitted(new Hops(admin, application(job)), application(job));
      watch.stop();
    }
  }

  static void start(KafkaStreams streams) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    streams.setUncaughtExceptionHandler(DslRun::fail);
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          }
        });
    streams.start();
    running.await();
  }

  private static void awaitCommitted(Hops hops, String application) throws Exception {
    hops.awaitRead(Topics.EVENTS.name());
    for (String hop :
        List.of(DslTopology.WITHDRAWALS, DslTopology.DIFFERENCES, DslTopology.PARTS)) {
      hops.awaitRead(application + "-" + hop + "-repartition");
    }
    hops.awaitVisible(Topics.OUTPUTS.stream().map(TopicSpec::name).toList());
  }

  /** A failure ends the process: what it had not said by then, its parent misses. */
  private static StreamThreadExceptionResponse fail(Throwable failure) {
    failure.printStackTrace();
    Runtime.getRuntime().halt(1);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static String application(Job job) {
    return job.state().getFileName().toString();
  }

  static Properties settings(Job job, boolean tuned) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application(job));
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, job.bootstrap());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, job.state().toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        job.settings().getOrDefault(MooringRun.COMMIT_MILLIS, "1000"));
    if (tuned) {
      settings.putAll(tuned());
    }
    return settings;
  }

  private static Map<String, Object> tuned() {
    return Map.of(
        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
        BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class,
        StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
        512L * MEGABYTE,
        StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG,
        20_000,
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
        StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
        "lz4");
  }
}
