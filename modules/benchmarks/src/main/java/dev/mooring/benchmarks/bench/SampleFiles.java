package dev.mooring.benchmarks.bench;

import dev.mooring.benchmarks.edges.RecordFile;
import dev.mooring.benchmarks.history.HistoryConfig;
import dev.mooring.benchmarks.history.HistoryGenerator;
import dev.mooring.contract.Topics;
import dev.mooring.contract.codec.EventJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Files that are published.
 *
 * @param all a history as JSON lines
 * @param one its first line
 * @param records the records that became of it, for a bare producer
 */
record SampleFiles(Path all, Path one, Path records) {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** Writes a history; the records are still to be taken. */
  static SampleFiles write(Path dir, long seed, long events) throws IOException {
    SampleFiles files =
        new SampleFiles(
            dir.resolve("events.jsonl"), dir.resolve("one.jsonl"), dir.resolve("records"));
    HistoryGenerator history = new HistoryGenerator(HistoryConfig.of(seed, events));
    try (BufferedWriter out = Files.newBufferedWriter(files.all)) {
      while (history.hasNext()) {
        out.write(EventJson.write(history.next()));
        out.write('\n');
      }
    }
    try (var lines = Files.lines(files.all)) {
      Files.write(files.one, List.of(lines.findFirst().orElseThrow()));
    }
    return files;
  }

  /** Takes the records from the events topic, as many as there are events. */
  void takeRecords(String bootstrap, long events) throws IOException {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings(bootstrap));
        RecordFile.Writer out = new RecordFile.Writer(records)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.EVENTS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (long taken = 0; taken < events; ) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (taken++ < events) {
            out.add(record);
          }
        }
      }
    }
  }

  private static Map<String, Object> settings(String bootstrap) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrap,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        // One batch of each partition in turn, much as they were sent.
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
        1,
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed");
  }
}
