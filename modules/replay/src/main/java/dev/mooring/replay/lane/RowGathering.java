package dev.mooring.replay.lane;

import dev.mooring.replay.lane.LanePair.Place;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import dev.mooring.replay.log.Together;
import dev.mooring.topology.intake.SchemaSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/**
 * Fetches the rows of chosen keys from both lanes, a partition at a time, and of a partition not
 * more at a time than memory has room for.
 */
final class RowGathering {

  /** Takes a row as both lanes have it; at least one has. */
  @FunctionalInterface
  interface Taker {

    /**
     * A row; values are null where there is none.
     *
     * @param written whether a lane has written it since the look before
     */
    void take(Place place, byte[] key, byte[] left, byte[] right, boolean written);
  }

  private static final byte[] NO_KEY = {};

  /** Rows of both lanes that are held at a time: some 150 MB. */
  private static final long MOST_ROWS = 250_000;

  private final LanePair lanes;
  private final ParallelReader reader;
  private final SchemaSource schemas;
  private final long mostRows;

  RowGathering(LanePair lanes, ParallelReader reader, SchemaSource schemas) {
    this(lanes, reader, schemas, MOST_ROWS);
  }

  RowGathering(LanePair lanes, ParallelReader reader, SchemaSource schemas, long mostRows) {
    this.lanes = lanes;
    this.reader = reader;
    this.schemas = schemas;
    this.mostRows = mostRows;
  }

  /** The key of a record; that of one without is empty. */
  static byte[] key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? NO_KEY : record.key();
  }

  /**
   * Fetches rows as they are at present, by topic, partition and, as many as are held at a time, by
   * key.
   *
   * @param chosen the sums of their keys, by partition
   * @param before what the lanes held at the look before; nothing when there was none
   * @return what they held at this one
   */
  Map<TopicPartition, Extent> gather(
      Map<Place, RowSums> chosen, Map<TopicPartition, Extent> before, Taker taker) {
    LanePair.Extents present = lanes.present(reader);
    reader.readTogether(
        present.of(), groups(present.places(), chosen, before, taker), Progress.NONE);
    return present.of();
  }

  /** What is to be read for that. */
  List<Together> groups(
      List<Place> places,
      Map<Place, RowSums> chosen,
      Map<TopicPartition, Extent> before,
      Taker taker) {
    List<Together> groups = new ArrayList<>();
    for (Place place : places) {
      RowSums keys = chosen.get(place);
      long turns = keys == null ? 0 : Math.ceilDiv(keys.rows(), mostRows);
      for (long turn = 0; turn < turns; turn++) {
        groups.add(new Gathering(place, keys, turn, turns, before, taker));
      }
    }
    return groups;
  }

  /** The reading of some keys of one partition of both lanes. */
  private final class Gathering implements Together {

    private final Place place;
    private final RowSums keys;
    private final long turn;
    private final long turns;
    private final Map<TopicPartition, Extent> before;
    private final Taker taker;
    private final Set<Bytes> written = new HashSet<>();
    private RowHash hash;
    private List<Map<Bytes, byte[]>> values;

    Gathering(
        Place place,
        RowSums keys,
        long turn,
        long turns,
        Map<TopicPartition, Extent> before,
        Taker taker) {
      this.place = place;
      this.keys = keys;
      this.turn = turn;
      this.turns = turns;
      this.before = before;
      this.taker = taker;
    }

    @Override
    public List<TopicPartition> partitions() {
      return place.partitions();
    }

    @Override
    public Consumer<ConsumerRecord<byte[], byte[]>> to(int index) {
      if (index == 0) {
        hash = new RowHash(schemas);
        values = List.of(new HashMap<>(), new HashMap<>());
      }
      Map<Bytes, byte[]> side = values.get(index);
      Extent seen = before.get(partitions().get(index));
      long news = seen == null ? Long.MAX_VALUE : seen.end();
      return record -> put(side, key(record), record.value(), record.offset() >= news);
    }

    private void put(Map<Bytes, byte[]> side, byte[] key, byte[] value, boolean isNew) {
      long sum = hash.ofKey(key);
      if (Long.remainderUnsigned(sum, turns) != turn || !keys.contains(sum)) {
        return;
      }
      if (isNew) {
        written.add(Bytes.wrap(key));
      }
      if (value == null) {
        side.remove(Bytes.wrap(key));
      } else {
        side.put(Bytes.wrap(key), value);
      }
    }

    @Override
    public void finished() {
      TreeSet<Bytes> found = new TreeSet<>(values.get(0).keySet());
      found.addAll(values.get(1).keySet());
      found.forEach(
          key ->
              taker.take(
                  place,
                  key.get(),
                  values.get(0).get(key),
                  values.get(1).get(key),
                  written.contains(key)));
      values = null;
    }
  }
}
