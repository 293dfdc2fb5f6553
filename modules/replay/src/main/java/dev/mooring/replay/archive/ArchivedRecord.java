package dev.mooring.replay.archive;

import dev.mooring.registry.SchemaHeader;
import dev.mooring.registry.WireFormat;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of the events topic, apart from the registry that it was written with.
 *
 * @param partition where it stood
 * @param offset where it stood
 * @param timestamp its time in milliseconds, as Kafka has it
 * @param headers its headers, in order
 * @param key its key
 * @param event its value as an Event of its writer's schema; empty when it is none
 * @param raw its value as received when it is no event; empty for a tombstone too
 * @param why why its value is no event; empty when it is one
 */
record ArchivedRecord(
    int partition,
    long offset,
    long timestamp,
    List<Header> headers,
    Optional<byte[]> key,
    Optional<GenericRecord> event,
    Optional<byte[]> raw,
    Optional<String> why) {

  ArchivedRecord {
    headers = List.copyOf(headers);
  }

  /** Whether a value that is no event names a schema, which another registry does not know. */
  boolean bearsForeignSchema() {
    boolean named = headers.stream().anyMatch(SchemaHeader::isOfValue);
    return raw.filter(value -> named || WireFormat.isFramed(value)).isPresent();
  }

  /** An event is sent with the id of its schema before it, so no header may name one besides. */
  List<Header> headersToSend() {
    return event.isEmpty()
        ? headers
        : headers.stream().filter(header -> !SchemaHeader.isOfValue(header)).toList();
  }
}
