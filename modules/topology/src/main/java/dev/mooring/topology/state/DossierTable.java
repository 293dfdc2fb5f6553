package dev.mooring.topology.state;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds dossiers by the bytes of their keys. Millions do not fit the processor's caches, so that
 * each step from object to object is a wait for memory: here the hashes lie side by side, and the
 * first dossier that is looked at is nearly always the right one. A map of the JDK takes two steps
 * more.
 *
 * <p>Open addressing with linear probing; a dossier is never taken out.
 */
final class DossierTable implements Dossiers {

  /** Dossiers fall into so many buckets by the highest bits of their hash. */
  static final int BUCKETS = 1 << 8;

  private static final int BUCKET_SHIFT = Integer.SIZE - 8;
  private static final int SMALLEST = 1 << 10;

  /** Fibonacci hashing: keys that differ little lie far apart. */
  private static final int SPREAD = 0x9E3779B9;

  private int[] hashes = new int[SMALLEST];
  private KeptDossier[] dossiers = new KeptDossier[SMALLEST];
  private int size;

  @Override
  public KeptDossier get(byte[] key) {
    int hash = hash(key);
    int at = place(hash, dossiers.length);
    while (dossiers[at] != null) {
      if (hashes[at] == hash && Arrays.equals(dossiers[at].key(), key)) {
        return dossiers[at];
      }
      at = (at + 1) & (dossiers.length - 1);
    }
    return null;
  }

  @Override
  public void add(KeptDossier dossier) {
    if (size * 2 >= dossiers.length) {
      grow();
    }
    insert(hash(dossier.key()), dossier);
    size++;
  }

  /** The bucket of a key. */
  static int bucket(byte[] key) {
    return hash(key) >>> BUCKET_SHIFT;
  }

  /**
   * They lie side by side, since the highest bits of the hash say where one lies, or at most some
   * places behind where it should.
   */
  @Override
  public void forEachIn(int bucket, Consumer<KeptDossier> visitor) {
    int length = dossiers.length;
    int from = bucket * (length / BUCKETS);
    int until = from + length / BUCKETS;
    for (int i = from; i < until || dossiers[i & (length - 1)] != null; i++) {
      int at = i & (length - 1);
      if (dossiers[at] != null && hashes[at] >>> BUCKET_SHIFT == bucket) {
        visitor.accept(dossiers[at]);
      }
    }
  }

  @Override
  public Followers followers(String bank) {
    return new FollowerList();
  }

  /** It has been changed in its place. */
  @Override
  public void restored(KeptDossier dossier, int segment, int before) {}

  /** They have been changed in their places. */
  @Override
  public void settle(List<KeptDossier> touched) {}

  @Override
  public void clear() {
    hashes = new int[SMALLEST];
    dossiers = new KeptDossier[SMALLEST];
    size = 0;
  }

  private void grow() {
    int[] oldHashes = hashes;
    KeptDossier[] oldDossiers = dossiers;
    hashes = new int[oldHashes.length * 2];
    dossiers = new KeptDossier[oldDossiers.length * 2];
    for (int i = 0; i < oldDossiers.length; i++) {
      if (oldDossiers[i] != null) {
        insert(oldHashes[i], oldDossiers[i]);
      }
    }
  }

  private void insert(int hash, KeptDossier dossier) {
    int at = place(hash, dossiers.length);
    while (dossiers[at] != null) {
      at = (at + 1) & (dossiers.length - 1);
    }
    hashes[at] = hash;
    dossiers[at] = dossier;
  }

  private static int place(int hash, int length) {
    return hash >>> (Integer.numberOfLeadingZeros(length) + 1);
  }

  private static int hash(byte[] key) {
    return Arrays.hashCode(key) * SPREAD;
  }
}
