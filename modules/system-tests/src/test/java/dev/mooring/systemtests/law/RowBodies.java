package dev.mooring.systemtests.law;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.metrics.oracle.OracleRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The rows of section 4.2 as the law compares them: keys, and the bytes of the Avro bodies without
 * the five bytes of the wire prefix.
 */
final class RowBodies {

  private static final int PREFIX = 5;
  private static final int SHOWN = 20;

  /** Topics with rows that stand under the law: all but the ledger. */
  static final List<TopicSpec> TOPICS =
      Topics.OUTPUTS.stream().filter(topic -> !topic.equals(Topics.LEDGER)).toList();

  /** Bodies in hexadecimal, by topic and key. */
  private final Map<String, TreeMap<String, String>> bodies = new HashMap<>();

  RowBodies() {
    TOPICS.forEach(topic -> bodies.put(topic.name(), new TreeMap<>()));
  }

  static RowBodies of(OracleRows rows) {
    RowBodies all = new RowBodies();
    for (TopicSpec topic : TOPICS) {
      rows.of(topic)
          .forEach((key, row) -> all.bodies.get(topic.name()).put(key, hex(encode(row), 0)));
    }
    return all;
  }

  /** Takes a record of an output topic: the last of a key stands for it. */
  void take(ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      bodies.get(record.topic()).remove(key);
    } else {
      bodies.get(record.topic()).put(key, hex(record.value(), PREFIX));
    }
  }

  int size() {
    return bodies.values().stream().mapToInt(Map::size).sum();
  }

  /** Where these differ from what was expected, for people; empty when they are equal. */
  List<String> differencesFrom(RowBodies expected) {
    List<String> differences = new ArrayList<>();
    for (TopicSpec topic : TOPICS) {
      Map<String, String> found = bodies.get(topic.name());
      Map<String, String> due = expected.bodies.get(topic.name());
      TreeSet<String> keys = new TreeSet<>(found.keySet());
      keys.addAll(due.keySet());
      keys.removeIf(key -> found.containsKey(key) && found.get(key).equals(due.get(key)));
      keys.stream()
          .limit(SHOWN)
          .forEach(
              key ->
                  differences.add(
                      "%s %s%n   is  %s%n   not %s"
                          .formatted(
                              topic.name(),
                              key,
                              shown(topic, found.get(key)),
                              shown(topic, due.get(key)))));
    }
    return differences;
  }

  private static String shown(TopicSpec topic, String body) {
    if (body == null) {
      return "absent";
    }
    Schema schema = topic.schema().orElseThrow();
    byte[] bytes = HexFormat.of().parseHex(body);
    try {
      return new GenericDatumReader<>(schema)
          .read(null, DecoderFactory.get().binaryDecoder(bytes, null))
          .toString();
    } catch (IOException | RuntimeException e) {
      return body;
    }
  }

  private static byte[] encode(SpecificRecord row) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(row.getSchema()).write(row, encoder);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hex(byte[] bytes, int from) {
    return HexFormat.of().formatHex(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  static Stream<String> topicNames() {
    return TOPICS.stream().map(TopicSpec::name);
  }
}
