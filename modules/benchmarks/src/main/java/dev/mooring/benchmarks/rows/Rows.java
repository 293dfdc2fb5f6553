package dev.mooring.benchmarks.rows;

import dev.mooring.contract.TopicSpec;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Rows by topic and key, as the bytes of their Avro bodies: what the law says must be equal. */
public final class Rows {

  private final NavigableMap<String, NavigableMap<String, byte[]>> topics = new TreeMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** Adds all rows of a topic. */
  public Rows add(TopicSpec topic, Map<String, ? extends SpecificRecord> rows) {
    rows.forEach((key, row) -> put(topic.name(), key, encoded(row)));
    return this;
  }

  /** Sets a row; a null body withdraws it. */
  public void put(String topic, String key, byte[] avro) {
    NavigableMap<String, byte[]> rows = topics.computeIfAbsent(topic, name -> new TreeMap<>());
    if (avro == null) {
      rows.remove(key);
    } else {
      rows.put(key, avro);
    }
  }

  /** Takes all rows of a topic out, by key. */
  public Map<String, byte[]> remove(TopicSpec topic) {
    Map<String, byte[]> rows = topics.remove(topic.name());
    return rows == null ? Map.of() : rows;
  }

  /** Number of rows in all topics. */
  public long size() {
    return topics.values().stream().mapToLong(Map::size).sum();
  }

  /** Writes a line a row, sorted: topic, key and the body in hexadecimal digits, parted by tabs. */
  public void write(Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Map.Entry<String, NavigableMap<String, byte[]>> topic : topics.entrySet()) {
        for (Map.Entry<String, byte[]> row : topic.getValue().entrySet()) {
          out.write(topic.getKey() + '\t' + row.getKey() + '\t');
          out.write(HexFormat.of().formatHex(row.getValue()) + '\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing rows to " + file, e);
    }
  }

  private byte[] encoded(SpecificRecord row) {
    try {
      body.reset();
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(body, null);
      writer(row.getSchema()).write(row, encoder);
      return body.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("encoding " + row, e);
    }
  }

  private static SpecificDatumWriter<SpecificRecord> writer(Schema schema) {
    Class<?> type = SpecificData.get().getClass(schema);
    return new SpecificDatumWriter<>(schema, SpecificData.getForClass(type));
  }
}
