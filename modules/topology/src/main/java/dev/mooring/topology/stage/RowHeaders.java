package dev.mooring.topology.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.TopicSpec;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of rows: those of CloudEvents' binding for Kafka in binary mode (CloudEvents 1.0.2,
 * Kafka Protocol Binding, section 3.2).
 */
public final class RowHeaders {

  private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
  private static final Header CONTENT_TYPE = header("content-type", "application/avro");

  private final Header source;
  private final Header type;
  private long lastTime;
  private Header lastTimeHeader;

  /**
   * Of the rows of a topic.
   *
   * @param writer who writes them: an application.id, or the name of a command
   * @param topic as the catalogue declares it
   */
  public RowHeaders(String writer, TopicSpec topic) {
    this.source = header("ce_source", "/mooring/" + writer);
    this.type = header("ce_type", "dev." + topic.name());
  }

  /**
   * The headers of one record.
   *
   * @param id unique for the writer
   * @param now milliseconds UTC
   */
  public Headers of(String id, long now) {
    return new RecordHeaders(
        new Header[] {SPEC_VERSION, header("ce_id", id), source, type, timeOf(now), CONTENT_TYPE});
  }

  /** Rows go out many at a time. */
  private Header timeOf(long now) {
    if (now != lastTime || lastTimeHeader == null) {
      lastTime = now;
      lastTimeHeader = header("ce_time", Instant.ofEpochMilli(now).toString());
    }
    return lastTimeHeader;
  }

  private static Header header(String key, String value) {
    return new RecordHeader(key, value.getBytes(UTF_8));
  }
}
