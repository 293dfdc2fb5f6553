package dev.mooring.topology.lane;

import dev.mooring.contract.row.LaneRow;
import dev.mooring.registry.AvroDeserializer;
import dev.mooring.topology.StreamsClients;
import dev.mooring.topology.TopologyConfig;
import dev.mooring.topology.lane.Instruction.Run;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** The clients by which an instance reads and writes lane records. */
final class LaneClients {

  /** A shadow reads years of events: the longer a commit takes in, the fewer records it writes. */
  private static final Duration REPLAY_COMMIT_INTERVAL = Duration.ofSeconds(1);

  private final TopologyConfig config;

  LaneClients(TopologyConfig config) {
    this.config = config;
  }

  LaneBook book() {
    AvroDeserializer values = new AvroDeserializer();
    Map<String, Object> settings = new HashMap<>(config.registry());
    settings.put("specific.avro.reader", true);
    values.configure(settings, false);
    return new LaneBook(StreamsClients.consumer(config), values);
  }

  /** The configuration of the topology that a lane record asks for. */
  TopologyConfig config(Run run) {
    Duration live = config.commitInterval();
    Duration interval =
        run.lane().isLive() || live.compareTo(REPLAY_COMMIT_INTERVAL) > 0
            ? live
            : REPLAY_COMMIT_INTERVAL;
    return config.in(run.lane(), run.applicationId(), interval);
  }

  /** Who runs a lane first says with which topology; others have to have the same. */
  void announce(LaneBook book, Run run, String digest) {
    book.of(run.lane())
        .filter(row -> row.getTopologyDigest().isEmpty() && !run.lane().isLive())
        .ifPresent(row -> write(LaneRow.newBuilder(row).setTopologyDigest(digest).build()));
  }

  private void write(LaneRow row) {
    try (Serializer<Object> serializer = StreamsClients.rowSerializer(config);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                StreamsClients.producer(config),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      LaneRecords records =
          new LaneRecords(
              config.applicationId(),
              serializer,
              () -> UUID.randomUUID().toString(),
              InstantSource.system());
      producer.send(records.of(row)).get();
    } catch (ExecutionException e) {
      throw new KafkaException("the lane record could not be written", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
