package dev.mooring.topology.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Dossiers in RocksDB. Those that are in use lie on the heap, open, until they have been logged;
 * then what changed of them is written, segment by segment. Some stay on the heap, as what was in
 * use is soon in use again: in two generations, of which the older goes when the younger has grown
 * large.
 */
final class RocksDossiers implements Dossiers {

  /** What a dossier on the heap takes beyond its contents. */
  private static final int DOSSIER = 400;

  private final RocksSpace space;
  private final Function<byte[], KeptDossier> unknown;
  private final ByteWriter scratch;

  /** Of pairs, since the last commit: they are not written yet. */
  private final List<KeptDossier> came = new ArrayList<>();

  private DossierTable young = new DossierTable();
  private DossierTable old = new DossierTable();
  private long used;
  private DossierEntries entries;

  /**
   * No dossiers, and no files yet.
   *
   * @param unknown makes a dossier for a key, of which nothing is known
   */
  RocksDossiers(RocksSpace space, Function<byte[], KeptDossier> unknown, ByteWriter scratch) {
    this.space = space;
    this.unknown = unknown;
    this.scratch = scratch;
  }

  @Override
  public KeptDossier get(byte[] key) {
    KeptDossier known = young.get(key);
    if (known == null) {
      known = old.get(key);
      if (known == null) {
        known = dossier(key, entries().segments(key));
      }
      if (known != null) {
        young.add(known);
      }
    }
    return known;
  }

  @Override
  public void add(KeptDossier dossier) {
    young.add(dossier);
  }

  @Override
  public void forEachIn(int bucket, Consumer<KeptDossier> visitor) {
    young.forEachIn(bucket, visitor);
    old.forEachIn(
        bucket,
        dossier -> {
          if (young.get(dossier.key()) == null) {
            visitor.accept(dossier);
          }
        });
    entries()
        .forEachIn(
            bucket,
            (key, segments) -> {
              if (young.get(key) == null && old.get(key) == null) {
                visitor.accept(dossier(key, segments));
              }
            });
  }

  @Override
  public Followers followers(String bank) {
    return new FollowerScan(this, bank);
  }

  /** Notes that a dossier of a pair is new. */
  void came(KeptDossier dossier) {
    came.add(dossier);
  }

  /** Visits the new dossiers of pairs whose keys begin with a prefix. */
  void forEachNew(byte[] prefix, Consumer<KeptDossier> visitor) {
    for (KeptDossier dossier : came) {
      if (DossierEntries.startsWith(dossier.key(), 0, prefix)) {
        visitor.accept(dossier);
      }
    }
  }

  /** The dossiers that are written. */
  DossierEntries entries() {
    if (entries == null) {
      entries = new DossierEntries(space.open());
    }
    return entries;
  }

  @Override
  public void restored(KeptDossier dossier, int segment, int before) {
    for (int i = before < 2 ? 0 : Math.min(before, segment); i <= segment; i++) {
      write(dossier, i);
    }
    used += DOSSIER + dossier.weight();
    if (used > space.lately()) {
      endUse();
    }
  }

  @Override
  public void settle(List<KeptDossier> touched) {
    for (KeptDossier dossier : touched) {
      dossier.forEachChangedSegment(segment -> write(dossier, segment));
      used += DOSSIER + dossier.weight();
    }
    endUse();
  }

  @Override
  public void clear() {
    young = new DossierTable();
    old = new DossierTable();
    came.clear();
    used = 0;
    if (entries != null) {
      entries.close();
      entries = null;
    }
  }

  /** Nothing on the heap is newer than what is written. */
  private void endUse() {
    entries().flush();
    came.clear();
    if (used > space.lately()) {
      old = young;
      young = new DossierTable();
      used = 0;
    }
  }

  private void write(KeptDossier dossier, int segment) {
    entries()
        .put(dossier.key(), segment, dossier.segment(segment, scratch), dossier.segments() > 1);
  }

  private KeptDossier dossier(byte[] key, List<byte[]> segments) {
    if (segments == null) {
      return null;
    }
    KeptDossier dossier = unknown.apply(key);
    dossier.keepAll(segments);
    return dossier;
  }
}
