package dev.mooring.topology.state;

import java.util.Arrays;
import java.util.List;

/**
 * The changelog of dossiers, written: many changes to a page, so that a commit costs a few records
 * and not one for each dossier. Of a dossier that grew, only what is new is logged.
 *
 * <p>Pages have a number each, so the broker compacts nothing by itself. For every byte that is
 * logged again, and so makes an earlier one useless, two bytes of other dossiers are logged whole,
 * bucket after bucket of the {@link DossierTable}; for each page, a hundred. When a round through
 * all buckets is done, nothing is needed any more that was logged before it began, and those pages
 * are removed. So what stays grows with the state, not with the changes to it. Who reads it from
 * the beginning may meet what was added to a dossier before the dossier itself: it then comes whole
 * later on.
 */
final class DossierPages {

  /** Far below Kafka's usual limit of a record, 1 MB; a segment has at most some 17 KB. */
  private static final int PAGE = 256 * 1024;

  /** So many bytes are logged whole for each that became useless. */
  private static final long WHOLE_FOR_REPLACED = 2;

  /** What a record costs beyond its value. */
  private static final int RECORD = 100;

  private static final int VERSION = 2;

  /** No commit is held up by the removal of many pages at once. */
  private static final int MOST_REMOVED = 1_000;

  /** Takes the entries of a page. */
  @FunctionalInterface
  interface EntryTaker {

    /** Takes a segment of a dossier, or what belongs behind so many bytes of it. */
    void take(byte[] key, int segment, int base, byte[] bytes);
  }

  /** With what a page begins: where its writer was. */
  private record Head(long roundStart, int bucket, long credit) {

    static Head read(ByteReader in) {
      in.expectVersion(VERSION, "a page of dossiers");
      return new Head(in.takeNumber(), in.takeInt(), in.takeNumber());
    }
  }

  private final ByteWriter page = new ByteWriter();
  private final ByteWriter scratch;
  private final int[] bucketBytes = new int[DossierTable.BUCKETS];
  private HeapState.Changelog changelog;
  private long first;
  private long needed;
  private long roundStart;
  private long next;
  private int bucket;
  private long credit;

  DossierPages(ByteWriter scratch) {
    this.scratch = scratch;
  }

  /** Logs what changed of dossiers, and some older ones whole. */
  void log(List<KeptDossier> touched, Dossiers all, HeapState.Changelog target) {
    changelog = target;
    for (KeptDossier dossier : touched) {
      dossier.logChanges(
          (segment, base, replaced, bytes) -> {
            credit += WHOLE_FOR_REPLACED * replaced;
            add(dossier, segment, base, bytes);
          },
          scratch);
    }
    if (!touched.isEmpty()) {
      goRound(all);
    }
    writePage();
    removePages();
  }

  /** Takes a page back: what its writer had come to, and its entries. */
  void restore(long number, byte[] value, EntryTaker taker) {
    ByteReader in = new ByteReader(value);
    Head head = Head.read(in);
    roundStart = head.roundStart();
    bucket = head.bucket();
    credit = head.credit();
    first = next == 0 ? number : first;
    next = number + 1;
    while (in.hasMore()) {
      int start = in.at();
      byte[] key = takeEntry(in, taker);
      bucketBytes[DossierTable.bucket(key)] += in.at() - start;
    }
  }

  /** How many entries a page has. */
  static int entries(byte[] value) {
    ByteReader in = new ByteReader(value);
    Head.read(in);
    int entries = 0;
    while (in.hasMore()) {
      takeEntry(in, (key, segment, base, bytes) -> {});
      entries++;
    }
    return entries;
  }

  private static byte[] takeEntry(ByteReader in, EntryTaker taker) {
    byte[] key = in.takeBytes(in.takeInt());
    taker.take(key, in.takeInt(), in.takeInt(), in.takeBytes(in.takeInt()));
    return key;
  }

  /** A page was removed: pages are, in their order. */
  void removed(long number) {
    first = Math.max(first, number + 1);
  }

  /** Forgets all. */
  void clear() {
    page.take();
    Arrays.fill(bucketBytes, 0);
    first = 0;
    needed = 0;
    roundStart = 0;
    next = 0;
    bucket = 0;
    credit = 0;
  }

  /** Logs whole what lies in the next buckets, as far as the credit goes. */
  private void goRound(Dossiers all) {
    for (int i = 0; i < DossierTable.BUCKETS && credit >= bucketBytes[bucket]; i++) {
      credit -= bucketBytes[bucket];
      bucketBytes[bucket] = 0;
      all.forEachIn(
          bucket,
          dossier ->
              dossier.logWhole(
                  (segment, base, replaced, bytes) -> add(dossier, segment, base, bytes), scratch));
      bucket++;
      if (bucket == DossierTable.BUCKETS) {
        endRound();
      }
    }
  }

  private void endRound() {
    writePage();
    needed = roundStart;
    roundStart = next;
    bucket = 0;
  }

  private void removePages() {
    for (int i = 0; i < MOST_REMOVED && first < needed; i++) {
      changelog.put(DossierKeys.page(first), null);
      first++;
    }
  }

  /** Adds an entry: whose it is, the segment, behind how many bytes of it the rest belongs. */
  private void add(KeptDossier dossier, int segment, int base, ByteWriter bytes) {
    if (page.size() + bytes.size() > PAGE) {
      writePage();
    }
    if (page.size() == 0) {
      beginPage();
    }
    int start = page.size();
    byte[] key = dossier.key();
    page.putNumber(key.length);
    page.putBytes(key);
    page.putNumber(segment);
    page.putNumber(base);
    page.putNumber(bytes.size());
    bytes.moveTo(page);
    bucketBytes[DossierTable.bucket(key)] += page.size() - start;
  }

  private void beginPage() {
    page.putByte(VERSION);
    page.putNumber(roundStart);
    page.putNumber(bucket);
    page.putNumber(credit);
  }

  private void writePage() {
    if (page.size() > 0) {
      credit += RECORD;
      changelog.put(DossierKeys.page(next), page.take());
      next++;
    }
  }
}
