package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.peer.Numbers;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A row as the record that it is to be.
 *
 * @param value null to withdraw the row with that key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowRecord(String topic, int partition, byte[] key, byte[] value) {

  /** Bytes between tasks. */
  static final class Bytes extends PeerSerializer<RowRecord> {

    static final Bytes INSTANCE = new Bytes();

    @Override
    public void serialize(RowRecord row, DataOutputView out) throws IOException {
      out.writeUTF(row.topic);
      Numbers.write(row.partition, out);
      Numbers.writeBytes(row.key, out);
      out.writeBoolean(row.value != null);
      if (row.value != null) {
        Numbers.writeBytes(row.value, out);
      }
    }

    @Override
    public RowRecord deserialize(DataInputView in) throws IOException {
      return new RowRecord(
          in.readUTF(),
          (int) Numbers.read(in),
          Numbers.readBytes(in),
          in.readBoolean() ? Numbers.readBytes(in) : null);
    }

    @Override
    public TypeSerializerSnapshot<RowRecord> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RowRecord> {

    /** Called by Flink when it reads a checkpoint. */
    public Snapshot() {
      super(() -> Bytes.INSTANCE);
    }
  }
}
