package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.peer.Numbers;
import dev.mooring.metrics.Counts;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Counts of a day, which are changed in place. */
final class CountsSerializer extends PeerSerializer<Counts> {

  static final CountsSerializer INSTANCE = new CountsSerializer();

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public Counts copy(Counts from) {
    Counts copy = new Counts();
    copy.addAll(from);
    return copy;
  }

  @Override
  public void serialize(Counts counts, DataOutputView out) throws IOException {
    Numbers.writeCounts(counts, out);
  }

  @Override
  public Counts deserialize(DataInputView in) throws IOException {
    return Numbers.readCounts(in);
  }

  @Override
  public TypeSerializerSnapshot<Counts> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Counts> {

    /** Called by Flink when it reads a checkpoint. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
