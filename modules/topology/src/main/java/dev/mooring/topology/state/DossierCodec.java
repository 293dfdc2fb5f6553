package dev.mooring.topology.state;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import java.util.ArrayList;
import java.util.List;

/**
 * A dossier as bytes, in segments of {@value #SEGMENT} slots: so a change rewrites a segment or
 * two, and none is ever large. The first also holds the withdrawals that the dossier has followed.
 */
public final class DossierCodec {

  /** Slots in a segment. */
  public static final int SEGMENT = 64;

  private static final int VERSION = 1;

  private DossierCodec() {}

  /** One segment of a dossier. */
  public static byte[] segment(Dossier dossier, int number) {
    return segment(dossier, number, new ByteWriter());
  }

  static byte[] segment(Dossier dossier, int number, ByteWriter out) {
    out.putByte(VERSION);
    if (number == 0) {
      List<Fact> withdrawals = dossier.withdrawals().facts();
      out.putNumber(withdrawals.size());
      withdrawals.forEach(fact -> ContentCodec.put(fact, out));
    }
    int end = Math.min((number + 1) * SEGMENT, dossier.slots().size());
    for (Content content : dossier.slots().subList(number * SEGMENT, end)) {
      ContentCodec.put(content, out);
    }
    return out.take();
  }

  /**
   * The dossier of all its segments.
   *
   * @param segments in their order, one at least
   */
  public static Dossier dossier(Parties parties, List<byte[]> segments) {
    List<Fact> withdrawals = new ArrayList<>(0);
    List<Content> slots = new ArrayList<>();
    for (int segment = 0; segment < segments.size(); segment++) {
      ByteReader in = new ByteReader(segments.get(segment));
      in.expectVersion(VERSION, "a segment under key " + parties.key());
      for (int left = segment == 0 ? in.takeInt() : 0; left > 0; left--) {
        withdrawals.add(ContentCodec.takeFact(in));
      }
      while (in.hasMore()) {
        slots.add(ContentCodec.take(in));
      }
    }
    return new Dossier(parties, new Withdrawals(withdrawals), slots);
  }
}
