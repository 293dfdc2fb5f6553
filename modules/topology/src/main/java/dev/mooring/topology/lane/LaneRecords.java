package dev.mooring.topology.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.topology.stage.RowHeaders;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/** Makes the records of the lanes topic. */
public final class LaneRecords {

  private final Serializer<Object> serializer;
  private final RowHeaders headers;
  private final Supplier<String> ids;
  private final InstantSource clock;

  /**
   * Of a writer.
   *
   * @param writer who writes them: an application.id, or the name of a command
   * @param ids make unique ids
   */
  public LaneRecords(
      String writer, Serializer<Object> serializer, Supplier<String> ids, InstantSource clock) {
    this.serializer = serializer;
    this.headers = new RowHeaders(writer, Topics.LANES);
    this.ids = ids;
    this.clock = clock;
  }

  /** The record that puts a lane record in place of the one before. */
  public ProducerRecord<byte[], byte[]> of(LaneRow row) {
    Headers about = headers.of(ids.get(), clock.millis());
    return record(row.getLane(), serializer.serialize(Topics.LANES.name(), about, row), about);
  }

  /** The record that withdraws the record of a lane. */
  public ProducerRecord<byte[], byte[]> withdrawal(Lane lane) {
    return record(lane.name(), null, headers.of(ids.get(), clock.millis()));
  }

  private static ProducerRecord<byte[], byte[]> record(String lane, byte[] value, Headers about) {
    return new ProducerRecord<>(
        Topics.LANES.name(), null, null, lane.getBytes(UTF_8), value, about);
  }
}
