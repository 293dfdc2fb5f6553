package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.kafka.common.TopicPartition;

/** A record of a topic of rows, not decoded. */
final class RawRow {

  /** By the unsigned bytes of the key. */
  static final Comparator<RawRow> BY_KEY = (a, b) -> Arrays.compareUnsigned(a.key, b.key);

  final TopicSpec topic;
  final int partition;
  final long offset;
  final byte[] key;

  /** As {@link RowCodec} has it; null withdraws the row. */
  final byte[] value;

  RawRow(TopicSpec topic, int partition, long offset, byte[] key, byte[] value) {
    this.topic = topic;
    this.partition = partition;
    this.offset = offset;
    this.key = key;
    this.value = value;
  }

  TopicPartition topicPartition() {
    return new TopicPartition(topic.name(), partition);
  }
}
