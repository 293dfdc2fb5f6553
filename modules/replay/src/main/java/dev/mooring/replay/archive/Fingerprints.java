package dev.mooring.replay.archive;

import dev.mooring.replay.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericRecord;

/**
 * A set of records, each as 128 bits of a SHA-256 over timestamp, key and content: about 32 bytes
 * of memory a record. The content is that of the event, not the id that a registry gave its schema.
 * Two different records with the same bits are not to be met with.
 */
final class Fingerprints {

  private static final int START = 1 << 10;

  private final MessageDigest digest = Sha256.digest();
  private final Map<Schema, Long> schemas = new HashMap<>();
  private long[] slots = new long[2 * START];
  private int size;

  /** Adds a record. */
  void add(ArchivedRecord record) {
    if (size * 2L >= slots.length / 2) {
      grow();
    }
    ByteBuffer bits = bits(record);
    if (put(slots, bits.getLong(0), bits.getLong(8))) {
      size++;
    }
  }

  boolean contains(ArchivedRecord record) {
    ByteBuffer bits = bits(record);
    long high = bits.getLong(0);
    long low = bits.getLong(8) | 1;
    int slot = find(slots, high, low);
    return slots[slot + 1] != 0;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] wider = new long[Math.multiplyExact(slots.length, 2)];
    for (int slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot + 1] != 0) {
        put(wider, slots[slot], slots[slot + 1]);
      }
    }
    slots = wider;
  }

  /** The lowest bit is always set, so that 0 means a free slot. */
  private static boolean put(long[] slots, long high, long low) {
    int slot = find(slots, high, low | 1);
    boolean free = slots[slot + 1] == 0;
    slots[slot] = high;
    slots[slot + 1] = low | 1;
    return free;
  }

  private static int find(long[] slots, long high, long low) {
    int mask = slots.length / 2 - 1;
    int at = (int) high & mask;
    while (slots[2 * at + 1] != 0 && (slots[2 * at] != high || slots[2 * at + 1] != low)) {
      at = (at + 1) & mask;
    }
    return 2 * at;
  }

  private ByteBuffer bits(ArchivedRecord record) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, record.timestamp()));
    part(record.key().orElse(null));
    if (record.event().isPresent()) {
      GenericRecord event = record.event().get();
      long schema =
          schemas.computeIfAbsent(event.getSchema(), SchemaNormalization::parsingFingerprint64);
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, schema));
      part(EventBytes.of(event));
    } else {
      part("raw".getBytes(StandardCharsets.UTF_8));
      part(record.raw().orElse(null));
    }
    return ByteBuffer.wrap(Arrays.copyOf(digest.digest(), 16));
  }

  private void part(byte[] bytes) {
    int length = bytes == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    if (bytes != null) {
      digest.update(bytes);
    }
  }
}
