package dev.mooring.replay.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.registry.WireFormat;
import dev.mooring.replay.Sha256;
import dev.mooring.replay.log.Extent;
import dev.mooring.replay.log.ParallelReader;
import dev.mooring.replay.log.Progress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/** The rows of the output topics as they are on the wire. */
final class LiveRows {

  /** Values by topic and key. */
  private final Map<TopicSpec, NavigableMap<String, byte[]>> values = new HashMap<>();

  /** Rows in a partition that is not their key's, and the partition. */
  private final NavigableMap<RowId, Integer> stray = new TreeMap<>();

  private LiveRows() {
    Topics.OUTPUTS.forEach(topic -> values.put(topic, new TreeMap<>()));
  }

  /** Reads them to their present ends. */
  static LiveRows read(ParallelReader reader) {
    Map<String, TopicSpec> topics = new HashMap<>();
    Topics.OUTPUTS.forEach(topic -> topics.put(topic.name(), topic));
    Map<TopicPartition, Extent> extents = reader.extents(topics.keySet());
    Map<TopicPartition, Map<String, byte[]>> latest = new HashMap<>();
    extents.keySet().forEach(partition -> latest.put(partition, new HashMap<>()));
    reader.read(
        extents,
        partition -> record -> put(latest.get(partition), record.key(), record.value()),
        Progress.NONE);
    LiveRows rows = new LiveRows();
    latest.forEach(
        (partition, those) ->
            rows.take(
                topics.get(partition.topic()),
                partition.partition(),
                partitions(extents, partition.topic()),
                those));
    return rows;
  }

  /** The values of a topic by key. */
  NavigableMap<String, byte[]> of(TopicSpec topic) {
    return values.get(topic);
  }

  /** The value of a row; null when there is none. */
  byte[] of(RowId id) {
    return values.get(id.topic()).get(id.key());
  }

  /** Rows in a partition that is not their key's, and the partition. */
  NavigableMap<RowId, Integer> stray() {
    return stray;
  }

  /**
   * SHA-256 over all rows but the ledger's: by topic and key in the order of their text, the topic,
   * a zero byte, the key, a zero byte, the length of the Avro body as four bytes, the body.
   */
  String digest() {
    MessageDigest sha = Sha256.digest();
    List<TopicSpec> topics =
        Topics.OUTPUTS.stream()
            .filter(topic -> !topic.equals(Topics.LEDGER))
            .sorted(Comparator.comparing(TopicSpec::name))
            .toList();
    for (TopicSpec topic : topics) {
      values.get(topic).forEach((key, value) -> add(sha, topic, key, value));
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void add(MessageDigest sha, TopicSpec topic, String key, byte[] value) {
    int from = WireFormat.isFramed(value) ? WireFormat.PREFIX_LENGTH : 0;
    sha.update(topic.name().getBytes(UTF_8));
    sha.update((byte) 0);
    sha.update(key.getBytes(UTF_8));
    sha.update((byte) 0);
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length - from).flip());
    sha.update(value, from, value.length - from);
  }

  private static void put(Map<String, byte[]> latest, byte[] keyBytes, byte[] value) {
    String key = keyBytes == null ? "" : new String(keyBytes, UTF_8);
    if (value == null) {
      latest.remove(key);
    } else {
      latest.put(key, value);
    }
  }

  private void take(TopicSpec topic, int partition, int partitions, Map<String, byte[]> rows) {
    rows.forEach(
        (key, value) -> {
          if (isHome(topic, key, partition, partitions)) {
            values.get(topic).put(key, value);
          } else {
            stray.put(new RowId(topic, key), partition);
          }
        });
  }

  private static boolean isHome(TopicSpec topic, String key, int partition, int partitions) {
    if (key.split("/", -1).length <= topic.placedByPart()) {
      return false;
    }
    byte[] placing = EventKey.placing(topic, key).getBytes(UTF_8);
    return BuiltInPartitioner.partitionForKey(placing, partitions) == partition;
  }

  private static int partitions(Map<TopicPartition, Extent> extents, String topic) {
    return Math.toIntExact(
        extents.keySet().stream().filter(each -> each.topic().equals(topic)).count());
  }
}
