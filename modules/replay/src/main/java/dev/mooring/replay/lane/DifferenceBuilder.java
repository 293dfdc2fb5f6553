package dev.mooring.replay.lane;

import dev.mooring.replay.lane.LanePair.Place;
import dev.mooring.topology.intake.SchemaSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Adds up a {@link Difference}. For one thread only. */
final class DifferenceBuilder implements RowGathering.Taker {

  private final RowHash hash;
  private final long mostBytes;
  private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
  private long upserts;
  private long withdrawals;
  private long bytes;

  DifferenceBuilder(SchemaSource schemas, long mostBytes) {
    this.hash = new RowHash(schemas);
    this.mostBytes = mostBytes;
  }

  @Override
  public void take(Place place, byte[] key, byte[] left, byte[] right, boolean written) {
    if (hash.ofValue(left) == hash.ofValue(right)) {
      return; // it has changed since it was chosen
    }
    upserts += right == null ? 0 : 1;
    withdrawals += right == null ? 1 : 0;
    bytes += key.length + (right == null ? 0 : right.length);
    if (bytes <= mostBytes) {
      records.add(new ProducerRecord<>(place.left().topic(), place.left().partition(), key, right));
    } else {
      records.clear();
    }
  }

  Difference build() {
    return new Difference(
        upserts, withdrawals, bytes, bytes <= mostBytes ? Optional.of(records) : Optional.empty());
  }
}
