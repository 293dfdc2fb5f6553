package dev.mooring.replay.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.registry.WireFormat;
import dev.mooring.replay.lane.LanePair.Place;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.Together;
import dev.mooring.topology.intake.SchemaSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** One partition of two lanes as logs in memory, and the looks at them that a diff takes. */
final class LanesInMemory {

  static final TopicSpec TOPIC = Topics.BANK_METRICS;
  static final Place PLACE =
      new Place(TOPIC, new TopicPartition("live", 0), new TopicPartition("shadow", 0));

  private final Map<Integer, Schema> schemas = new HashMap<>();
  private final SchemaSource source = id -> Optional.ofNullable(schemas.get(id));
  private final Map<Side, List<ConsumerRecord<byte[], byte[]>>> logs =
      Map.of(Side.LEFT, new ArrayList<>(), Side.RIGHT, new ArrayList<>());
  private final long mostRows;
  private Map<TopicPartition, Extent> seen = Map.of();

  /**
   * Empty.
   *
   * @param mostRows how many rows a look holds at a time
   */
  LanesInMemory(long mostRows) {
    this.mostRows = mostRows;
  }

  LanesInMemory schema(int id, Schema schema) {
    schemas.put(id, schema);
    return this;
  }

  void put(Side side, String key, byte[] value) {
    List<ConsumerRecord<byte[], byte[]>> log = logs.get(side);
    log.add(new ConsumerRecord<>(side.name(), 0, log.size(), key.getBytes(UTF_8), value));
  }

  static byte[] wire(int id, GenericRecord row) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      new GenericDatumWriter<GenericRecord>(row.getSchema()).write(row, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return WireFormat.frame(id, out.toByteArray());
  }

  LaneSums sums() {
    LaneSums sums = new LaneSums(source, extents());
    read(sums.summing(PLACE));
    seen = sums.extents();
    return sums;
  }

  /** Looks again at rows that differed. */
  DiffRound lookAgain(Map<Place, RowSums> differing, List<RowDifference> found) {
    return look(differing, new DiffRound(source, found::add));
  }

  private Map<TopicPartition, Extent> extents() {
    return Map.of(
        PLACE.left(), new Extent(0, logs.get(Side.LEFT).size()),
        PLACE.right(), new Extent(0, logs.get(Side.RIGHT).size()));
  }

  List<RowDifference> exactly() {
    List<RowDifference> found = new ArrayList<>();
    look(sums().differing(), new DiffRound(source, found::add));
    return found;
  }

  Difference difference(long mostBytes) {
    return look(sums().differing(), new DifferenceBuilder(source, mostBytes)).build();
  }

  /** Puts records of a difference into the left lane. */
  void apply(List<ProducerRecord<byte[], byte[]>> records) {
    records.forEach(each -> put(Side.LEFT, new String(each.key(), UTF_8), each.value()));
  }

  private <T extends RowGathering.Taker> T look(Map<Place, RowSums> chosen, T taker) {
    new RowGathering(null, null, source, mostRows)
        .groups(List.of(PLACE), chosen, seen, taker)
        .forEach(this::read);
    seen = extents();
    return taker;
  }

  private void read(Together group) {
    for (Side side : Side.ORDER) {
      Consumer<ConsumerRecord<byte[], byte[]>> to = group.to(Side.ORDER.indexOf(side));
      logs.get(side).forEach(to);
    }
    group.finished();
  }
}
