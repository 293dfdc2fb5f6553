package dev.mooring.topology.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of rows: those of CloudEvents' binding for Kafka in binary mode (CloudEvents 1.0.2,
 * Kafka Protocol Binding, section 3.2).
 */
public final class RowHeaders {

  private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
  private static final byte[] CONTENT_TYPE = "application/avro".getBytes(UTF_8);

  private final byte[] source;
  private final byte[] type;
  private long lastTime;
  private byte[] lastTimeBytes;

  /**
   * Of the rows of a topic.
   *
   * @param writer who writes them: an application.id, or the name of a command
   * @param topic as the catalogue declares it
   */
  public RowHeaders(String writer, TopicSpec topic) {
    this.source = ("/mooring/" + writer).getBytes(UTF_8);
    this.type = ("dev." + topic.name()).getBytes(UTF_8);
  }

  /**
   * The headers of one record.
   *
   * @param id unique for the writer
   * @param now milliseconds UTC
   */
  public Headers of(String id, long now) {
    return new RecordHeaders()
        .add("ce_specversion", SPEC_VERSION)
        .add("ce_id", id.getBytes(UTF_8))
        .add("ce_source", source)
        .add("ce_type", type)
        .add("ce_time", timeOf(now))
        .add("content-type", CONTENT_TYPE);
  }

  /** Rows go out many at a time. */
  private byte[] timeOf(long now) {
    if (now != lastTime || lastTimeBytes == null) {
      lastTime = now;
      lastTimeBytes = Instant.ofEpochMilli(now).toString().getBytes(UTF_8);
    }
    return lastTimeBytes;
  }
}
