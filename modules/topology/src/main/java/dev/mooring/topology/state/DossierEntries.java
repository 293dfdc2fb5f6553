package dev.mooring.topology.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Dossiers as entries of RocksDB, a segment each, so that a change writes a segment or two. The key
 * is the bucket, the key of the dossier, a zero byte, and the number of the segment in four bytes:
 * so a bucket lies together, in it a bank, in it a dossier. The value of segment 0 begins with a
 * byte that says whether there are more; the rest is the segment, or nothing if it is not known.
 */
final class DossierEntries implements AutoCloseable {

  private static final int TAIL = 1 + Integer.BYTES;
  private static final byte ALONE = 0;
  private static final byte MORE = 1;
  private static final byte BEHIND_ALL_SEGMENTS = -1;

  private final SpillDb db;

  /** Entries of a database, which is closed with them. */
  DossierEntries(SpillDb db) {
    this.db = db;
  }

  /** The segments of a dossier, null where one is not known; null when there is no dossier. */
  List<byte[]> segments(byte[] key) {
    byte[] entry = entry(key, 0);
    byte[] first = db.get(entry);
    if (first == null) {
      return null;
    }
    List<byte[]> segments = new ArrayList<>(1);
    segments.add(segment(first, 1));
    if (first[0] == MORE) {
      byte[] next;
      while ((next = db.get(entry(key, segments.size()))) != null) {
        segments.add(segment(next, 0));
      }
    }
    return segments;
  }

  /**
   * Sets a segment.
   *
   * @param bytes null when it is not known
   * @param more whether the dossier has more than one segment
   */
  void put(byte[] key, int number, byte[] bytes, boolean more) {
    int head = number == 0 ? 1 : 0;
    byte[] value = new byte[head + (bytes == null ? 0 : bytes.length)];
    if (head > 0) {
      value[0] = more ? MORE : ALONE;
    }
    if (bytes != null) {
      System.arraycopy(bytes, 0, value, head, bytes.length);
    }
    db.put(entry(key, number), value);
  }

  /** Makes what was put visible. */
  void flush() {
    db.flush();
  }

  /** Visits the dossiers of a bucket, by key, with their segments: none may be unknown. */
  void forEachIn(int bucket, BiConsumer<byte[], List<byte[]>> visitor) {
    Gathering gathering = new Gathering(visitor);
    db.scan(
        new byte[] {(byte) bucket},
        (entry, value) -> {
          boolean inside = entry[0] == (byte) bucket;
          if (inside) {
            gathering.take(entry, value);
          }
          return inside;
        });
    gathering.end();
  }

  /**
   * Adds keys of dossiers in a bucket, of those that begin with a prefix, until there are so many.
   *
   * @param after the key behind which to go on; null to begin
   * @return whether there may be more
   */
  boolean addKeys(int bucket, byte[] prefix, byte[] after, int most, List<byte[]> keys) {
    db.scan(
        after == null ? start(bucket, prefix) : behind(bucket, after),
        (entry, value) -> {
          boolean inside = entry[0] == (byte) bucket && startsWith(entry, 1, prefix);
          if (inside && number(entry) == 0) {
            keys.add(dossier(entry));
          }
          return inside && keys.size() < most;
        });
    return keys.size() >= most;
  }

  @Override
  public void close() {
    db.close();
  }

  /** Whether bytes have others at some place. */
  static boolean startsWith(byte[] bytes, int from, byte[] prefix) {
    int end = from + prefix.length;
    return end <= bytes.length && Arrays.equals(bytes, from, end, prefix, 0, prefix.length);
  }

  private static byte[] entry(byte[] key, int number) {
    return ByteBuffer.allocate(1 + key.length + TAIL)
        .put((byte) DossierTable.bucket(key))
        .put(key)
        .put((byte) 0)
        .putInt(number)
        .array();
  }

  private static byte[] start(int bucket, byte[] prefix) {
    return ByteBuffer.allocate(1 + prefix.length).put((byte) bucket).put(prefix).array();
  }

  private static byte[] behind(int bucket, byte[] key) {
    return ByteBuffer.allocate(1 + key.length + 2)
        .put((byte) bucket)
        .put(key)
        .put((byte) 0)
        .put(BEHIND_ALL_SEGMENTS)
        .array();
  }

  private static byte[] dossier(byte[] entry) {
    return Arrays.copyOfRange(entry, 1, entry.length - TAIL);
  }

  private static int number(byte[] entry) {
    return ByteBuffer.wrap(entry).getInt(entry.length - Integer.BYTES);
  }

  private static byte[] segment(byte[] value, int from) {
    return value.length == from ? null : Arrays.copyOfRange(value, from, value.length);
  }

  /** Brings the segments of each dossier together. */
  private static final class Gathering {

    private final BiConsumer<byte[], List<byte[]>> visitor;
    private final List<byte[]> segments = new ArrayList<>();
    private byte[] key;

    Gathering(BiConsumer<byte[], List<byte[]>> visitor) {
      this.visitor = visitor;
    }

    void take(byte[] entry, byte[] value) {
      boolean first = number(entry) == 0;
      if (first) {
        end();
        key = dossier(entry);
      }
      segments.add(segment(value, first ? 1 : 0));
    }

    void end() {
      if (key != null) {
        visitor.accept(key, List.copyOf(segments));
        segments.clear();
      }
    }
  }
}
