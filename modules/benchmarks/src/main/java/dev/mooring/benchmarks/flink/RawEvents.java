package dev.mooring.benchmarks.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.kafka.shaded.org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.flink.util.Collector;

/** Takes records of the events topic as they are. */
final class RawEvents implements KafkaRecordDeserializationSchema<RawEvent> {

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawEvent> out) {
    out.collect(new RawEvent(record.key(), record.value(), record.partition(), record.timestamp()));
  }

  @Override
  public TypeInformation<RawEvent> getProducedType() {
    return PeerType.EVENTS;
  }
}
