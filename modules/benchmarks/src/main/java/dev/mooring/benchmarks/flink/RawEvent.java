package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.peer.Numbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A record of the events topic as it came; bytes are cheaper to hand on than what they mean.
 *
 * @param timestamp of the record, milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawEvent(byte[] key, byte[] value, int partition, long timestamp) {

  /** The bank of the key, or the sign for none. */
  String bank() {
    int slash = 0;
    while (key[slash] != '/') {
      slash++;
    }
    return new String(key, 0, slash, StandardCharsets.ISO_8859_1);
  }

  /** Bytes between tasks. */
  static final class Bytes extends PeerSerializer<RawEvent> {

    static final Bytes INSTANCE = new Bytes();

    @Override
    public void serialize(RawEvent event, DataOutputView out) throws IOException {
      Numbers.writeBytes(event.key, out);
      Numbers.writeBytes(event.value, out);
      Numbers.write(event.partition, out);
      out.writeLong(event.timestamp);
    }

    @Override
    public RawEvent deserialize(DataInputView in) throws IOException {
      return new RawEvent(
          Numbers.readBytes(in), Numbers.readBytes(in), (int) Numbers.read(in), in.readLong());
    }

    @Override
    public TypeSerializerSnapshot<RawEvent> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RawEvent> {

    /** Called by Flink when it reads a checkpoint. */
    public Snapshot() {
      super(() -> Bytes.INSTANCE);
    }
  }
}
