package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.peer.TallyBytes;
import dev.mooring.metrics.Scope;
import dev.mooring.metrics.Tally;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What is to be added to the tally of a bank, city or country. */
record Difference(Scope scope, String id, Tally tally) {

  /** The key of the stage that adds it. */
  String key() {
    return scope.word() + '/' + id;
  }

  /** Bytes between tasks. */
  static final class Bytes extends PeerSerializer<Difference> {

    static final Bytes INSTANCE = new Bytes();

    @Override
    public void serialize(Difference difference, DataOutputView out) throws IOException {
      out.writeUTF(difference.scope.word());
      out.writeUTF(difference.id);
      TallyBytes.write(difference.tally, out);
    }

    @Override
    public Difference deserialize(DataInputView in) throws IOException {
      return new Difference(Scope.ofWord(in.readUTF()), in.readUTF(), TallyBytes.read(in));
    }

    @Override
    public TypeSerializerSnapshot<Difference> snapshotConfiguration() {
      return new Snapshot();
    }
  }

  /** Names the serializer in a checkpoint. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Difference> {

    /** Called by Flink when it reads a checkpoint. */
    public Snapshot() {
      super(() -> Bytes.INSTANCE);
    }
  }
}
