package dev.mooring.replay.log;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Partitions that are read one after the other, on one thread, since they belong together. */
public interface Together {

  /** Which, in their order; one may be there twice. */
  List<TopicPartition> partitions();

  /**
   * Where the records of one of them go; asked when its reading begins.
   *
   * @param index its place among the partitions
   */
  Consumer<ConsumerRecord<byte[], byte[]>> to(int index);

  /** All of them were read. */
  default void finished() {}
}
