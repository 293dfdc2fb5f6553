package dev.mooring.replay.promote;

import dev.mooring.replay.ReplayException;
import dev.mooring.replay.lane.ClusterAccess;
import dev.mooring.replay.lane.LaneAbort;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes what a promotion writes, all under one transactional id: whoever comes later shuts out
 * whoever was there before, and aborts what that one had not committed.
 */
final class PromotionWriter implements AutoCloseable {

  private static final int TRANSACTION_TIMEOUT_MS = 300_000;

  private final KafkaProducer<byte[], byte[]> producer;

  /** Shuts out every other writer. */
  PromotionWriter(ClusterAccess cluster) {
    Map<String, Object> settings = new HashMap<>(cluster.producer());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, LaneAbort.PROMOTER);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
    } catch (RuntimeException failed) {
      producer.close();
      throw failed;
    }
  }

  void begin() {
    producer.beginTransaction();
  }

  /**
   * Sends records within the transaction.
   *
   * @return behind which offsets they lie, in the partitions where there are any
   */
  Map<TopicPartition, Long> send(Collection<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
    try {
      records.forEach(record -> sent.add(producer.send(record)));
      producer.flush();
      Map<TopicPartition, Long> ends = new HashMap<>();
      for (Future<RecordMetadata> future : sent) {
        RecordMetadata at = future.get();
        ends.merge(new TopicPartition(at.topic(), at.partition()), at.offset() + 1, Math::max);
      }
      return ends;
    } catch (KafkaException failed) {
      throw failure(failed);
    } catch (ExecutionException failed) {
      throw failure(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted", stopped);
    }
  }

  void commit() {
    try {
      producer.commitTransaction();
    } catch (KafkaException failed) {
      throw failure(failed);
    }
  }

  /** Sends and commits. */
  void write(Collection<ProducerRecord<byte[], byte[]>> records) {
    begin();
    Map<TopicPartition, Long> unused = send(records);
    commit();
  }

  /** A transaction that is open is aborted. */
  @Override
  public void close() {
    producer.close();
  }

  private static ReplayException failure(Throwable cause) {
    return cause instanceof ProducerFencedException
            || cause instanceof InvalidProducerEpochException
        ? new ReplayException(
            "another promotion, or an abort, has taken over; `mooring replay status` tells how it"
                + " stands",
            cause)
        : new ReplayException(
            "the promotion cannot be written, and nothing of it is seen: " + cause.getMessage(),
            cause);
  }
}
