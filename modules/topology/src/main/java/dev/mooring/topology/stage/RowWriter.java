package dev.mooring.topology.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import dev.mooring.topology.Nodes;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends rows to the sinks of their topics. */
public final class RowWriter {

  private final ProcessorContext<byte[], byte[]> context;
  private final Serializer<Object> serializer;
  private final String topic;
  private final String sink;
  private final RowHeaders headers;
  private final Supplier<String> ids;

  RowWriter(
      ProcessorContext<byte[], byte[]> context,
      Serializer<Object> serializer,
      TopicSpec declared,
      StageTools tools) {
    this.context = context;
    this.serializer = serializer;
    this.topic = tools.lane().topic(declared).name();
    this.sink = Nodes.sink(declared);
    this.headers = new RowHeaders(context.applicationId(), declared);
    this.ids = tools.ids();
  }

  /**
   * Sends a row.
   *
   * @param row null to withdraw the one with that key
   */
  void write(String key, SpecificRecord row) {
    long now = context.currentSystemTimeMs();
    Headers about = headers.of(ids.get(), now);
    byte[] value = row == null ? null : serializer.serialize(topic, about, row);
    context.forward(new Record<>(key.getBytes(UTF_8), value, now, about), sink);
  }
}
