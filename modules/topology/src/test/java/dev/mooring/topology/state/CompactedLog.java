package dev.mooring.topology.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;

/** A partition of a compacted topic: entries in order, some of which a cleaner has taken out. */
final class CompactedLog {

  @SuppressWarnings("ArrayRecordComponent") // entries are never compared
  private record Entry(Bytes key, byte[] value) {}

  private final Random random;
  private List<Entry> entries = new ArrayList<>();

  CompactedLog(Random random) {
    this.random = random;
  }

  void append(byte[] key, byte[] value) {
    entries.add(new Entry(Bytes.wrap(key), value));
  }

  /** Reads all that is left, in order. */
  void read(HeapState.Changelog reader) {
    entries.forEach(entry -> reader.put(entry.key().get(), entry.value()));
  }

  /** Cleans some part of it, from its beginning: so does Kafka's cleaner. */
  void cleanSome() {
    clean(random.nextInt(entries.size() + 1));
  }

  /** Cleans all of it. */
  void cleanAll() {
    clean(entries.size());
  }

  /** Bytes of the values that are left. */
  long size() {
    return entries.stream().mapToLong(e -> e.value() == null ? 0 : e.value().length).sum();
  }

  /** Of each key the last entry of the part stays; a tombstone stays for a while or not. */
  private void clean(int end) {
    Map<Bytes, Integer> last = new HashMap<>();
    for (int i = 0; i < end; i++) {
      last.put(entries.get(i).key(), i);
    }
    List<Entry> left = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      boolean stays = i >= end || last.get(entry.key()) == i;
      if (stays && (i >= end || entry.value() != null || random.nextBoolean())) {
        left.add(entry);
      }
    }
    entries = left;
  }
}
