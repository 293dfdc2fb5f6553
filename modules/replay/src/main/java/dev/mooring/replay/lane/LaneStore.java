package dev.mooring.replay.lane;

import dev.mooring.contract.Lane;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.registry.AvroSerializer;
import dev.mooring.replay.ReplayException;
import dev.mooring.topology.lane.LaneBook;
import dev.mooring.topology.lane.LaneRecords;
import dev.mooring.topology.lane.LaneState;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reads and writes the lane records of a cluster, one at a time. */
public final class LaneStore implements AutoCloseable {

  private static final String WRITER = "replay";

  private final ClusterAccess cluster;
  private final LaneBook book;
  private final AvroSerializer serializer;
  private final LaneRecords records;
  private KafkaProducer<byte[], byte[]> producer;

  /** Of a cluster. */
  public LaneStore(ClusterAccess cluster) {
    this.cluster = cluster;
    this.book = new LaneBook(cluster.view().committedReader(), cluster.rowDeserializer());
    this.serializer = cluster.rowSerializer();
    this.records =
        new LaneRecords(
            WRITER, serializer, () -> UUID.randomUUID().toString(), InstantSource.system());
  }

  /** The records by lane; the live lane's is there even when it was never written. */
  public Map<String, LaneRow> current() {
    Map<String, LaneRow> lanes = new TreeMap<>(book.current());
    lanes.putIfAbsent(Lane.LIVE.name(), unwritten());
    return lanes;
  }

  /** The record of a lane. */
  public Optional<LaneRow> find(Lane lane) {
    return Optional.ofNullable(current().get(lane.name()));
  }

  /** The record of the live lane. */
  public LaneRow live() {
    return current().get(Lane.LIVE.name());
  }

  /** The application.id of the live lane before any promotion; those of shadows are made of it. */
  public String rootApplicationId() {
    return cluster.applicationId();
  }

  /** Puts a record in place of the lane's former one; everybody sees it when this returns. */
  public void put(LaneRow row) {
    send(records.of(row));
  }

  /** Withdraws the record of a lane. */
  public void withdraw(Lane lane) {
    send(records.withdrawal(lane));
  }

  /** The record of a lane as it would be written, for a transaction of the caller's. */
  public ProducerRecord<byte[], byte[]> record(LaneRow row) {
    return records.of(row);
  }

  @Override
  public void close() {
    book.close();
    serializer.close();
    if (producer != null) {
      producer.close();
    }
  }

  private LaneRow unwritten() {
    return LaneRow.newBuilder()
        .setLane(Lane.LIVE.name())
        .setApplicationId(cluster.applicationId())
        .setTopicPrefix(Lane.LIVE.topicPrefix())
        .setTopologyDigest("")
        .setState(LaneState.RUNNING.name())
        .build();
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    try {
      producer().send(record).get();
    } catch (ExecutionException failed) {
      throw new ReplayException("a lane record cannot be written", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ReplayException("interrupted", stopped);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      Map<String, Object> settings = new HashMap<>(cluster.producer());
      settings.put(ProducerConfig.ACKS_CONFIG, "all");
      settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
      settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
      producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
    return producer;
  }
}
