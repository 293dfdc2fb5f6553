package dev.mooring.topology.stage;

import dev.mooring.contract.TopicSpec;
import dev.mooring.topology.Nodes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends rows to the sinks of their topics, each with the headers of CloudEvents' binding for Kafka
 * in binary mode (CloudEvents 1.0.2, Kafka Protocol Binding, section 3.2).
 */
public final class RowWriter {

  private static final byte[] SPEC_VERSION = bytes("1.0");
  private static final byte[] CONTENT_TYPE = bytes("application/avro");

  private final ProcessorContext<byte[], byte[]> context;
  private final Serializer<Object> serializer;
  private final TopicSpec topic;
  private final String sink;
  private final byte[] source;
  private final byte[] type;
  private final Supplier<String> ids;
  private long lastTime;
  private byte[] lastTimeBytes;

  RowWriter(
      ProcessorContext<byte[], byte[]> context,
      Serializer<Object> serializer,
      TopicSpec topic,
      Supplier<String> ids) {
    this.context = context;
    this.serializer = serializer;
    this.topic = topic;
    this.sink = Nodes.sink(topic);
    this.source = bytes("/mooring/" + context.applicationId());
    this.type = bytes("dev." + topic.name());
    this.ids = ids;
  }

  /**
   * Sends a row.
   *
   * @param row null to withdraw the one with that key
   */
  void write(String key, SpecificRecord row) {
    long now = context.currentSystemTimeMs();
    Headers headers = headers(now);
    byte[] value = row == null ? null : serializer.serialize(topic.name(), headers, row);
    context.forward(new Record<>(bytes(key), value, now, headers), sink);
  }

  private Headers headers(long now) {
    return new RecordHeaders()
        .add("ce_specversion", SPEC_VERSION)
        .add("ce_id", bytes(ids.get()))
        .add("ce_source", source)
        .add("ce_type", type)
        .add("ce_time", timeOf(now))
        .add("content-type", CONTENT_TYPE);
  }

  /** Rows go out many at a time. */
  private byte[] timeOf(long now) {
    if (now != lastTime || lastTimeBytes == null) {
      lastTime = now;
      lastTimeBytes = bytes(Instant.ofEpochMilli(now).toString());
    }
    return lastTimeBytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
