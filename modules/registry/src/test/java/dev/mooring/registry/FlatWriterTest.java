package dev.mooring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.Firm;
import dev.mooring.contract.row.ReasonRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class FlatWriterTest {

  static {
    GeneratedTypes.trust();
  }

  @Property(tries = 500)
  void shouldWriteWhatAvroWrites(@ForAll("records") SpecificRecord datum) throws IOException {
    Schema schema = datum.getSchema();
    DatumWriter<Object> avro =
        new SpecificDatumWriter<>(schema, SpecificData.getForClass(datum.getClass()));

    assertThat(bytes(FlatWriter.of(schema).orElseThrow(), datum)).isEqualTo(bytes(avro, datum));
  }

  @Test
  void shouldNameTheFieldThatIsMissing() {
    DatumWriter<Object> writer = FlatWriter.of(Firm.getClassSchema()).orElseThrow();

    assertThatThrownBy(() -> bytes(writer, new Firm()))
        .isInstanceOf(AvroTypeException.class)
        .hasMessageContaining("Firm.id");
  }

  @Test
  void shouldNameTheFieldWhoseValueDoesNotFit() {
    DatumWriter<Object> writer = FlatWriter.of(Firm.getClassSchema()).orElseThrow();

    assertThatThrownBy(() -> bytes(writer, new ReasonRow("bank", "dbs", "CLOSURE", "OTHER", 1L)))
        .isInstanceOf(AvroTypeException.class)
        .hasMessageContaining("Firm.");
  }

  @Test
  void shouldLeaveWhatIsNotFlatToAvro() {
    Schema nested =
        SchemaBuilder.record("Nested")
            .fields()
            .name("names")
            .type()
            .array()
            .items()
            .stringType()
            .noDefault()
            .endRecord();

    assertThat(FlatWriter.of(nested)).isEmpty();
  }

  @Provide
  Arbitrary<SpecificRecord> records() {
    List<Schema> schemas =
        Topics.all().stream().flatMap(topic -> topic.schema().stream()).distinct().toList();
    return Arbitraries.integers()
        .between(0, schemas.size() - 1)
        .flatMap(number -> of(schemas.get(number)));
  }

  private static Arbitrary<SpecificRecord> of(Schema schema) {
    List<Arbitrary<Object>> values =
        schema.getFields().stream().map(field -> value(field.schema())).toList();
    return Combinators.combine(values)
        .as(
            fields -> {
              SpecificRecord datum =
                  (SpecificRecord)
                      SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
              for (int i = 0; i < fields.size(); i++) {
                datum.put(i, fields.get(i));
              }
              return datum;
            });
  }

  private static Arbitrary<Object> value(Schema schema) {
    return switch (schema.getType()) {
      case UNION ->
          value(
                  schema.getTypes().stream()
                      .filter(type -> type.getType() != Schema.Type.NULL)
                      .findFirst()
                      .orElseThrow())
              .injectNull(0.4);
      case STRING -> Arbitraries.strings().withChars("az-09 ä字").ofMaxLength(80).asGeneric();
      case BOOLEAN -> Arbitraries.of(true, false).asGeneric();
      case DOUBLE -> Arbitraries.doubles().asGeneric();
      case ENUM -> Arbitraries.of(SpecificData.get().getClass(schema).getEnumConstants());
      case INT ->
          schema.getLogicalType() == null
              ? Arbitraries.integers().asGeneric()
              : Arbitraries.longs()
                  .between(-999_999, 9_999_999)
                  .map(LocalDate::ofEpochDay)
                  .asGeneric();
      case LONG ->
          schema.getLogicalType() == null
              ? Arbitraries.longs().asGeneric()
              : Arbitraries.longs()
                  .between(-99_999_999_999_999L, 99_999_999_999_999L)
                  .map(Instant::ofEpochMilli)
                  .asGeneric();
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  private static byte[] bytes(DatumWriter<Object> writer, Object datum) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
    writer.write(datum, out);
    out.flush();
    return bytes.toByteArray();
  }
}
