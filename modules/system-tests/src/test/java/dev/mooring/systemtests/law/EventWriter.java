package dev.mooring.systemtests.law;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes events in a schema of its own, as the publisher of a later version does. */
record EventWriter(Schema schema) {

  /** In this build's schema. */
  static EventWriter ofThisBuild() {
    return new EventWriter(Event.getClassSchema());
  }

  static EventWriter of(String schema) {
    return new EventWriter(new Schema.Parser().parse(schema));
  }

  /** This build's, with an optional text behind it. */
  static EventWriter withOneMoreField() {
    Schema present = Event.getClassSchema();
    List<Schema.Field> fields = new ArrayList<>();
    present.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    Schema optional =
        Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
    fields.add(new Schema.Field("mood", optional, "Of a later version.", Schema.NULL_VALUE));
    return new EventWriter(
        Schema.createRecord(
            present.getName(), present.getDoc(), present.getNamespace(), false, fields));
  }

  /** Makes it known as the next version of the events' schema; returns its id. */
  int register(String registryUrl) {
    try (SchemaRegistryClient client =
        new SchemaRegistryClient(RegistryConfig.from(Map.of("schema.registry.url", registryUrl)))) {
      return client.register(Topics.EVENTS.subject(), schema);
    }
  }

  /** A record of the events topic. */
  ProducerRecord<byte[], byte[]> record(int schemaId, Event event) {
    byte[] key = EventKey.of(event).getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(Topics.EVENTS.name(), key, bytes(schemaId, event, Map.of()));
  }

  /** A symbol of an enum that a field has. */
  GenericData.EnumSymbol symbol(String field, String symbol) {
    return new GenericData.EnumSymbol(schema.getField(field).schema(), symbol);
  }

  /** An event in the wire format, with some fields changed. */
  byte[] bytes(int schemaId, Event event, Map<String, Object> changed) {
    GenericRecordBuilder copy = new GenericRecordBuilder(schema);
    event.getSchema().getFields().forEach(field -> copy.set(field.name(), event.get(field.pos())));
    changed.forEach(copy::set);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 0).putInt(schemaId).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      new GenericDatumWriter<GenericRecord>(schema, SpecificData.getForSchema(Event.SCHEMA$))
          .write(copy.build(), encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
