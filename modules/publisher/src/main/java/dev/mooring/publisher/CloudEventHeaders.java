package dev.mooring.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.contract.MendedMark;
import dev.mooring.contract.codec.EventTime;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The attributes of CloudEvents 1.0, as its Kafka binding puts them into headers. */
final class CloudEventHeaders {

  private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
  private static final byte[] AVRO = "application/avro".getBytes(UTF_8);

  private static final byte[] MENDED = "dev.mooring.letter.mended".getBytes(UTF_8);

  private static final Map<EventType, byte[]> TYPES = new EnumMap<>(EventType.class);

  static {
    for (EventType type : EventType.values()) {
      TYPES.put(type, ("dev.mooring.event." + type).getBytes(UTF_8));
    }
  }

  private final byte[] source;

  CloudEventHeaders(String source) {
    this.source = source.getBytes(UTF_8);
  }

  /**
   * The headers of an event. Source and id together name one content, so the id takes in the
   * revision.
   */
  List<Header> of(Event event) {
    return of(
        event.getId() + "/" + event.getRevision(),
        TYPES.get(event.getType()),
        event.getOccurredAt());
  }

  /** The headers of a piece of reference data, of which each publication is another event. */
  List<Header> ofReference(String kind, String id, Instant time) {
    return of(
        id + "/" + time.toEpochMilli(), ("dev.mooring.reference." + kind).getBytes(UTF_8), time);
  }

  /** The headers of the mark of a dead letter, of which each mending is another event. */
  List<Header> of(MendedMark mark) {
    return of(mark.letter().within() + "/" + mark.at().toEpochMilli(), MENDED, mark.at());
  }

  private List<Header> of(String id, byte[] type, Instant time) {
    return List.of(
        new RecordHeader("ce_specversion", SPEC_VERSION),
        new RecordHeader("ce_id", id.getBytes(UTF_8)),
        new RecordHeader("ce_source", source),
        new RecordHeader("ce_type", type),
        new RecordHeader("ce_time", EventTime.text(time).getBytes(UTF_8)),
        new RecordHeader("content-type", AVRO));
  }
}
