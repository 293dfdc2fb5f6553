package dev.mooring.replay.lane;

import dev.mooring.replay.lane.LanePair.Place;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import dev.mooring.replay.log.Together;
import dev.mooring.topology.intake.SchemaSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where two lanes differ at a time: sums of the rows that are not the same in both. */
final class LaneSums {

  private final SchemaSource schemas;
  private final Map<TopicPartition, Extent> extents;
  private final Map<Place, RowSums> differing = new ConcurrentHashMap<>();
  private final LongAdder rows = new LongAdder();

  LaneSums(SchemaSource schemas, Map<TopicPartition, Extent> extents) {
    this.schemas = schemas;
    this.extents = extents;
  }

  /** Reads both lanes to their present ends. */
  static LaneSums read(
      LanePair lanes, ParallelReader reader, SchemaSource schemas, Progress progress) {
    LanePair.Extents present = lanes.present(reader);
    LaneSums sums = new LaneSums(schemas, present.of());
    List<Together> groups = present.places().stream().map(sums::summing).toList();
    reader.readTogether(present.of(), groups, progress);
    return sums;
  }

  /** What the lanes held then. */
  Map<TopicPartition, Extent> extents() {
    return extents;
  }

  /** By partition, only where some differ. */
  Map<Place, RowSums> differing() {
    return differing;
  }

  /** How many rows there are in one lane or the other. */
  long rows() {
    return rows.sum();
  }

  /** Takes a partition of both lanes. */
  Together summing(Place place) {
    return new Summing(place);
  }

  /** The reading of one partition of both lanes. */
  private final class Summing implements Together {

    private final Place place;
    private RowSums sums;
    private RowHash hash;

    Summing(Place place) {
      this.place = place;
    }

    @Override
    public List<TopicPartition> partitions() {
      return place.partitions();
    }

    @Override
    public Consumer<ConsumerRecord<byte[], byte[]>> to(int index) {
      Side side = Side.ORDER.get(index);
      if (side == Side.LEFT) {
        sums = new RowSums();
        hash = new RowHash(schemas);
      }
      return record ->
          sums.put(side, hash.ofKey(RowGathering.key(record)), hash.ofValue(record.value()));
    }

    @Override
    public void finished() {
      rows.add(sums.rows());
      RowSums found = sums.differing();
      if (found.rows() > 0) {
        differing.put(place, found);
      }
      sums = null;
    }
  }
}
