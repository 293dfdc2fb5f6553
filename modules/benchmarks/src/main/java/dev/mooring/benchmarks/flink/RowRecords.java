package dev.mooring.benchmarks.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.benchmarks.peer.Registry;
import dev.mooring.benchmarks.peer.Row;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.kafka.shaded.org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Makes records of rows. */
final class RowRecords {

  private final Serializer<Object> serializer;
  private final int partitions;

  RowRecords(String registry, int partitions) {
    this.serializer = Registry.serde(registry).serializer();
    this.partitions = partitions;
  }

  RowRecord of(Row row) {
    String topic = row.topic().name();
    byte[] value = row.value() == null ? null : serializer.serialize(topic, row.value());
    return new RowRecord(topic, row.partition(partitions), row.key().getBytes(UTF_8), value);
  }

  /** What the sink does with them; it pools transactions only when it is told of the topics. */
  static final class Sent
      implements KafkaRecordSerializationSchema<RowRecord>, KafkaDatasetFacetProvider {

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
      List<String> topics = Topics.OUTPUTS.stream().map(TopicSpec::name).toList();
      return Optional.of(
          new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(topics)));
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        RowRecord row, KafkaSinkContext context, Long timestamp) {
      return new ProducerRecord<>(row.topic(), row.partition(), row.key(), row.value());
    }
  }
}
