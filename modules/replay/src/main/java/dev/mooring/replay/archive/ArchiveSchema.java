package dev.mooring.replay.archive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The schema of archive files: an envelope with the event in it, in the schema of its writer. So
 * any Avro tool reads an archive, no field of a later version is lost, and no id of a registry is
 * in it.
 */
final class ArchiveSchema {

  /** Of no global state: nobody's conversions change what is read. */
  static final GenericData MODEL = new GenericData();

  private static final String NAMESPACE = "dev.mooring.archive";
  private static final String NAME = "ArchivedRecord";
  private static final Schema OPTIONAL_BYTES = optional(Schema.create(Schema.Type.BYTES));

  private static final Schema HEADER =
      SchemaBuilder.record("Header")
          .namespace(NAMESPACE)
          .fields()
          .requiredString("key")
          .name("value")
          .type(OPTIONAL_BYTES)
          .noDefault()
          .endRecord();

  private ArchiveSchema() {}

  /** The schema of files with events of a schema. */
  static Schema of(Schema event) {
    return SchemaBuilder.record(NAME)
        .namespace(NAMESPACE)
        .doc("A record of mooring.events.v1.")
        .fields()
        .requiredInt("partition")
        .requiredLong("offset")
        .requiredLong("timestamp")
        .name("headers")
        .type(Schema.createArray(HEADER))
        .noDefault()
        .name("key")
        .type(OPTIONAL_BYTES)
        .noDefault()
        .name("event")
        .type(optional(event))
        .noDefault()
        .name("raw")
        .type(OPTIONAL_BYTES)
        .noDefault()
        .name("why")
        .type(optional(Schema.create(Schema.Type.STRING)))
        .noDefault()
        .endRecord();
  }

  /** The schema of the events in a file of that schema; empty when it is no archive's. */
  static Optional<Schema> event(Schema file) {
    if (file.getType() != Schema.Type.RECORD || !file.getName().equals(NAME)) {
      return Optional.empty();
    }
    return Optional.ofNullable(file.getField("event"))
        .map(Schema.Field::schema)
        .filter(type -> type.isUnion() && type.getTypes().size() == 2)
        .map(type -> type.getTypes().get(1))
        .filter(event -> file.equals(of(event)));
  }

  static GenericRecord write(ArchivedRecord record, Schema file) {
    GenericRecord written = new GenericData.Record(file);
    written.put("partition", record.partition());
    written.put("offset", record.offset());
    written.put("timestamp", record.timestamp());
    written.put("headers", record.headers().stream().map(ArchiveSchema::write).toList());
    written.put("key", buffer(record.key()));
    written.put("event", record.event().orElse(null));
    written.put("raw", buffer(record.raw()));
    written.put("why", record.why().orElse(null));
    return written;
  }

  static ArchivedRecord read(GenericRecord record) {
    List<Header> headers = new ArrayList<>();
    for (Object header : (List<?>) record.get("headers")) {
      headers.add(readHeader((GenericRecord) header));
    }
    return new ArchivedRecord(
        (int) record.get("partition"),
        (long) record.get("offset"),
        (long) record.get("timestamp"),
        headers,
        bytes(record.get("key")),
        Optional.ofNullable((GenericRecord) record.get("event")),
        bytes(record.get("raw")),
        Optional.ofNullable(record.get("why")).map(Object::toString));
  }

  private static GenericRecord write(Header header) {
    GenericRecord written = new GenericData.Record(HEADER);
    written.put("key", header.key());
    written.put("value", buffer(Optional.ofNullable(header.value())));
    return written;
  }

  private static Header readHeader(GenericRecord header) {
    return new RecordHeader(header.get("key").toString(), bytes(header.get("value")).orElse(null));
  }

  private static ByteBuffer buffer(Optional<byte[]> bytes) {
    return bytes.map(ByteBuffer::wrap).orElse(null);
  }

  private static Optional<byte[]> bytes(Object buffer) {
    if (buffer == null) {
      return Optional.empty();
    }
    byte[] bytes = new byte[((ByteBuffer) buffer).remaining()];
    ((ByteBuffer) buffer).duplicate().get(bytes);
    return Optional.of(bytes);
  }

  private static Schema optional(Schema type) {
    return Schema.createUnion(Schema.create(Schema.Type.NULL), type);
  }
}
