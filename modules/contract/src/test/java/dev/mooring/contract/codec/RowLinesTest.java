package dev.mooring.contract.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.City;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class RowLinesTest {

  private static final int BEFORE = 5;
  private static final LocalDate FIRST = LocalDate.of(-9999, 1, 1);
  private static final LocalDate LAST = LocalDate.of(99_999, 12, 31);

  @Property(tries = 300)
  void shouldWriteWhatIsWrittenOfObjects(@ForAll("rows") List<SpecificRecord> rows)
      throws IOException {
    // given
    Schema schema = rows.getFirst().getSchema();
    RowLines json = RowLines.json(schema).orElseThrow();
    RowLines csv = RowLines.csv(schema).orElseThrow();

    // when
    for (SpecificRecord row : rows) {
      byte[] body = body(row);
      json.add(body, BEFORE);
      csv.add(body, BEFORE);
    }

    // then
    assertThat(new String(json.take(), UTF_8)).isEqualTo(lines(rows, RowJson::write));
    assertThat(new String(csv.take(), UTF_8)).isEqualTo(lines(rows, RowCsv::write));
    assertThat(json.take()).isEmpty();
  }

  @Test
  void shouldHaveNothingForFractions() {
    assertThat(RowLines.json(City.getClassSchema())).isEmpty();
  }

  @Provide
  Arbitrary<List<SpecificRecord>> rows() {
    return Arbitraries.of(Topics.OUTPUTS.stream().map(TopicSpec::name).toList())
        .map(name -> Topics.OUTPUTS.stream().filter(t -> t.name().equals(name)).findFirst())
        .flatMap(topic -> row(topic.orElseThrow().schema().orElseThrow()).list().ofSize(3));
  }

  private static Arbitrary<SpecificRecord> row(Schema schema) {
    List<Arbitrary<Object>> values =
        schema.getFields().stream().map(field -> value(field.schema())).toList();
    return Combinators.combine(values)
        .as(
            fields -> {
              SpecificRecord row =
                  (SpecificRecord)
                      SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
              for (int i = 0; i < fields.size(); i++) {
                row.put(i, fields.get(i));
              }
              return row;
            });
  }

  private static Arbitrary<Object> value(Schema schema) {
    return switch (schema.getType()) {
      case UNION ->
          schema.getTypes().stream()
              .filter(type -> type.getType() != Schema.Type.NULL)
              .map(type -> value(type).injectNull(0.3))
              .findFirst()
              .orElseThrow();
      case STRING ->
          Arbitraries.oneOf(
                  Arbitraries.strings().withChars("abcz-XYZ_019").ofMaxLength(12),
                  Arbitraries.strings().withChars("a#,;\"\\\n\r\t\u0001 ä字").ofMaxLength(6),
                  Arbitraries.strings().ofMaxLength(5))
              .asGeneric();
      case BOOLEAN -> Arbitraries.of(true, false).asGeneric();
      case INT ->
          Arbitraries.longs()
              .between(FIRST.toEpochDay(), LAST.toEpochDay())
              .map(LocalDate::ofEpochDay)
              .asGeneric();
      case LONG -> Arbitraries.longs().asGeneric();
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  private static byte[] body(SpecificRecord row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(new byte[BEFORE]);
    BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(
            row.getSchema(), SpecificData.getForClass(row.getClass()))
        .write(row, out);
    return bytes.toByteArray();
  }

  private interface Write {
    String of(SpecificRecord row);
  }

  private static String lines(List<SpecificRecord> rows, Write write) {
    return rows.stream()
        .map(row -> write.of(row) + System.lineSeparator())
        .collect(Collectors.joining());
  }
}
