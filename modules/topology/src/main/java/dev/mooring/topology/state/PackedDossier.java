package dev.mooring.topology.state;

import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import java.util.List;

/**
 * A dossier whose contents are packed, for those who keep its bytes elsewhere: segments of {@value
 * #SEGMENT} contents, none of them large.
 */
public final class PackedDossier {

  /** Contents in a segment. */
  public static final int SEGMENT = KeptContents.SEGMENT;

  private final ByteWriter scratch = new ByteWriter();
  private final KeptContents contents;
  private final Dossier dossier;

  /** An empty dossier. */
  public PackedDossier(Parties parties, Withdrawals withdrawals) {
    this.contents = new KeptContents(scratch);
    this.dossier = new Dossier(parties, withdrawals, contents);
  }

  /**
   * A dossier of its segments.
   *
   * @param segments in their order, one at least
   */
  public PackedDossier(Parties parties, List<byte[]> segments) {
    ByteReader in = new ByteReader(segments.getFirst());
    Withdrawals followed = SegmentCodec.readFollowed(in);
    this.contents = new KeptContents(scratch, segments, in.at());
    this.dossier = new Dossier(parties, followed, contents);
  }

  /** The dossier; it may be added to. */
  public Dossier dossier() {
    return dossier;
  }

  /** How many contents it has. */
  public int size() {
    return contents.size();
  }

  /** How many segments it has. */
  public int segments() {
    return contents.segments();
  }

  /** The next segment that changed since {@link #settle}, from one on; negative: there is none. */
  public int nextChanged(int from) {
    return contents.nextChanged(from);
  }

  /** Notes that a segment has changed by something else than its contents. */
  public void rewrite(int segment) {
    contents.rewrite(segment);
  }

  /** Takes the changes as kept. */
  public void settle() {
    contents.settle();
  }

  /** A segment as bytes. */
  public byte[] segment(int number) {
    SegmentCodec.write(number, dossier.withdrawals(), contents, scratch);
    return scratch.take();
  }
}
