package dev.mooring.replay.archive;

import dev.mooring.contract.event.Event;
import dev.mooring.registry.SchemaHeader;
import dev.mooring.registry.SchemaId;
import dev.mooring.registry.SchemaNotFoundException;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.registry.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Reads values as Events of their writer's schema, so that nothing of a later version is lost. */
final class ValueDecoder {

  /** What a schema id stands for: a reader of events, or why there is none. */
  private record Known(Optional<GenericDatumReader<GenericRecord>> reader, String why) {}

  private final SchemaRegistryClient registry;
  private final Map<SchemaId, Known> known = new HashMap<>();
  private BinaryDecoder decoder;

  ValueDecoder(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * A record with its value decoded, or kept as it is when it is no event.
   *
   * @throws dev.mooring.registry.RegistryException when the registry cannot tell now
   */
  ArchivedRecord read(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      return other(record, "has no value");
    }
    Optional<SchemaId> named;
    try {
      named = SchemaHeader.find(record.headers(), false);
    } catch (SerializationException malformed) {
      return other(record, "has a header " + SchemaHeader.VALUE + " that is none");
    }
    if (named.isEmpty() && !WireFormat.isFramed(value)) {
      return other(record, "is not in the Confluent wire format");
    }
    SchemaId id = named.orElseGet(() -> new SchemaId.Numeric(WireFormat.schemaId(value)));
    int body = named.isPresent() ? 0 : WireFormat.PREFIX_LENGTH;
    return read(record, known.computeIfAbsent(id, this::look), body);
  }

  private ArchivedRecord read(ConsumerRecord<byte[], byte[]> record, Known schema, int body) {
    if (schema.reader().isEmpty()) {
      return other(record, schema.why());
    }
    try {
      return event(record, decode(schema.reader().get(), record.value(), body));
    } catch (IOException | RuntimeException | StackOverflowError undecodable) {
      return other(record, "does not fit its schema: " + undecodable);
    }
  }

  private GenericRecord decode(GenericDatumReader<GenericRecord> reader, byte[] value, int from)
      throws IOException {
    decoder = DecoderFactory.get().binaryDecoder(value, from, value.length - from, decoder);
    GenericRecord event = reader.read(null, decoder);
    if (!decoder.isEnd()) {
      throw new IOException("bytes are left over behind it");
    }
    return event;
  }

  private Known look(SchemaId id) {
    try {
      Schema schema = registry.schema(id);
      return isEvent(schema)
          ? new Known(
              Optional.of(new GenericDatumReader<>(schema, schema, ArchiveSchema.MODEL)), "")
          : new Known(Optional.empty(), "has schema " + schema.getFullName() + ", no Event's");
    } catch (SchemaNotFoundException unknown) {
      return new Known(Optional.empty(), "has schema " + id + ", which the registry lacks");
    }
  }

  /** Another registry would refuse any other schema for the same subject. */
  private static boolean isEvent(Schema schema) {
    Schema event = Event.getClassSchema();
    return schema.getFullName() != null
        && schema.getFullName().equals(event.getFullName())
        && reads(event, schema)
        && reads(schema, event);
  }

  private static boolean reads(Schema reader, Schema writer) {
    try {
      return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
          == SchemaCompatibilityType.COMPATIBLE;
    } catch (AvroRuntimeException incomparable) {
      return false;
    }
  }

  private static ArchivedRecord event(ConsumerRecord<byte[], byte[]> record, GenericRecord event) {
    return record(record, Optional.of(event), Optional.empty(), Optional.empty());
  }

  private static ArchivedRecord other(ConsumerRecord<byte[], byte[]> record, String why) {
    return record(record, Optional.empty(), Optional.ofNullable(record.value()), Optional.of(why));
  }

  private static ArchivedRecord record(
      ConsumerRecord<byte[], byte[]> record,
      Optional<GenericRecord> event,
      Optional<byte[]> raw,
      Optional<String> why) {
    return new ArchivedRecord(
        record.partition(),
        record.offset(),
        record.timestamp(),
        java.util.Arrays.asList(record.headers().toArray()),
        Optional.ofNullable(record.key()),
        event,
        raw,
        why);
  }
}
