package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.engine.Job;
import java.io.Serializable;
import java.util.Properties;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The job as a graph of streams. */
final class FlinkJob {

  /**
   * What operators are told.
   *
   * @param finished directory in which they leave a file each when they have read everything
   */
  record Places(String registry, int partitions, String finished) implements Serializable {}

  private final Job job;
  private final Places places;
  private final int parallelism;
  private final boolean ends;

  /**
   * A job.
   *
   * @param ends whether it ends where the topic ends when it begins, rather than never
   */
  FlinkJob(Job job, Places places, int parallelism, boolean ends) {
    this.job = job;
    this.places = places;
    this.parallelism = parallelism;
    this.ends = ends;
  }

  JobGraph graph(Configuration settings) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    env.setParallelism(parallelism);
    DataStream<RawEvent> events =
        env.fromSource(source(), WatermarkStrategy.noWatermarks(), "events", PeerType.EVENTS);
    SingleOutputStreamOperator<Difference> relationships =
        keyed(events, RawEvent::bank)
            .transform("relationships", PeerType.DIFFERENCES, new RelationshipOperator(places));
    relationships
        .getSideOutput(RelationshipOperator.ROWS)
        .sinkTo(sink("moorings"))
        .name("moorings");
    keyed(relationships, Difference::key)
        .transform("tallies", PeerType.ROWS, new TallyOperator(places))
        .sinkTo(sink("metrics"))
        .name("metrics");
    return env.getStreamGraph().getJobGraph(FlinkJob.class.getClassLoader(), new JobID());
  }

  /** With one subtask every key is where it belongs, and no task has to hand records to another. */
  private <T> KeyedStream<T, String> keyed(DataStream<T> stream, KeySelector<T, String> key) {
    return parallelism == 1
        ? DataStreamUtils.reinterpretAsKeyedStream(stream, key, Types.STRING)
        : stream.keyBy(key, Types.STRING);
  }

  private KafkaSource<RawEvent> source() {
    var source = KafkaSource.<RawEvent>builder();
    if (ends) {
      source.setBounded(OffsetsInitializer.latest());
    }
    return source
        .setBootstrapServers(job.bootstrap())
        .setTopics(job.topic())
        .setGroupId(job.state().getFileName().toString())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new RawEvents())
        .setProperty("register.consumer.metrics", "false")
        .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "10000")
        .setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Integer.toString(4 << 20))
        .build();
  }

  private KafkaSink<RowRecord> sink(String name) {
    Properties producer = new Properties();
    producer.put(ProducerConfig.BATCH_SIZE_CONFIG, "262144");
    producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Integer.toString(64 << 20));
    producer.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    producer.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    producer.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "600000");
    producer.put("register.producer.metrics", "false");
    return KafkaSink.<RowRecord>builder()
        .setBootstrapServers(job.bootstrap())
        .setKafkaProducerConfig(producer)
        .setRecordSerializer(new RowRecords.Sent())
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
        .setTransactionalIdPrefix(job.state().getFileName() + "-" + name)
        .build();
  }
}
