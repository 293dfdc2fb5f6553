package dev.mooring.topology.state;

import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Withdrawals;
import java.util.ArrayList;
import java.util.List;

/**
 * Segments as bytes: a version; in the first one the withdrawals that the dossier has followed, how
 * many and which; then the contents.
 */
final class SegmentCodec {

  /** Where the contents begin in any segment but the first. */
  static final int CONTENTS = 1;

  private static final int VERSION = 2;

  private SegmentCodec() {}

  static void write(int segment, Withdrawals followed, KeptContents contents, ByteWriter out) {
    out.putByte(VERSION);
    if (segment == 0) {
      writeFacts(followed, out);
    }
    contents.write(segment, out);
  }

  /** Reads the withdrawals of a first segment, up to where its contents begin. */
  static Withdrawals readFollowed(ByteReader in) {
    in.expectVersion(VERSION, "a segment");
    return readFacts(in);
  }

  /** Withdrawals by themselves. */
  static byte[] pack(Withdrawals withdrawals, ByteWriter out) {
    out.putByte(VERSION);
    writeFacts(withdrawals, out);
    return out.take();
  }

  static Withdrawals unpack(byte[] value) {
    ByteReader in = new ByteReader(value);
    in.expectVersion(VERSION, "withdrawals");
    return readFacts(in);
  }

  private static void writeFacts(Withdrawals withdrawals, ByteWriter out) {
    List<Fact> facts = withdrawals.facts();
    out.putNumber(facts.size());
    for (Fact fact : facts) {
      ContentCodec.put(fact, out);
    }
  }

  private static Withdrawals readFacts(ByteReader in) {
    int size = in.takeInt();
    if (size == 0) {
      return Withdrawals.NONE;
    }
    List<Fact> facts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      facts.add((Fact) ContentCodec.take(in));
    }
    return new Withdrawals(facts);
  }
}
