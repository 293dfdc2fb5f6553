package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.peer.Numbers;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Segments of dossiers: bytes already, and never changed in place. */
final class SegmentSerializer extends PeerSerializer<byte[]> {

  static final SegmentSerializer INSTANCE = new SegmentSerializer();

  @Override
  public void serialize(byte[] segment, DataOutputView out) throws IOException {
    Numbers.writeBytes(segment, out);
  }

  @Override
  public byte[] deserialize(DataInputView in) throws IOException {
    return Numbers.readBytes(in);
  }

  @Override
  public TypeSerializerSnapshot<byte[]> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<byte[]> {

    /** Called by Flink when it reads a checkpoint. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
