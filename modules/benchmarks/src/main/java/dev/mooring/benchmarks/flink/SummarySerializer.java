package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.peer.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Summaries, which are changed in place. */
final class SummarySerializer extends PeerSerializer<Summary> {

  static final SummarySerializer INSTANCE = new SummarySerializer();

  private static final int ROOM = 1024;

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public Summary copy(Summary from) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(ROOM);
      from.write(out);
      return Summary.read(new DataInputDeserializer(out.getCopyOfBuffer()));
    } catch (IOException e) {
      throw new UncheckedIOException("copying in memory", e);
    }
  }

  @Override
  public void serialize(Summary summary, DataOutputView out) throws IOException {
    summary.write(out);
  }

  @Override
  public Summary deserialize(DataInputView in) throws IOException {
    return Summary.read(in);
  }

  @Override
  public TypeSerializerSnapshot<Summary> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Names the serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Summary> {

    /** Called by Flink when it reads a checkpoint. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
