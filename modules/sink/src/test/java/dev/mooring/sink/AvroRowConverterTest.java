package dev.mooring.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroRowConverterTest {

  private static final String TOPIC = Topics.STANCES.name();

  @AutoClose private final AvroRowConverter converter = new AvroRowConverter();

  @BeforeEach
  void configure() {
    // a port that nobody listens on
    Map<String, Object> settings =
        Map.of("schema.registry.url", "http://127.0.0.1:1", "max.retries", 0);
    converter.configure(settings, false);
  }

  static Stream<Schema> rows() {
    return Topics.rows().stream()
        .filter(topic -> !topic.equals(Topics.LANES))
        .map(TopicSpec::valueType)
        .map(type -> SpecificData.get().getSchema(type.orElseThrow()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void shouldHaveAColumnForEveryFieldOfARow(Schema row) {
    RowShape shape = RowShape.of(row);

    assertThat(shape.schema().fields())
        .extracting(org.apache.kafka.connect.data.Field::name)
        .containsExactlyElementsOf(row.getFields().stream().map(Schema.Field::name).toList());
    assertThat(shape.schema().fields())
        .allSatisfy(
            field ->
                assertThat(field.schema().isOptional())
                    .isEqualTo(row.getField(field.name()).schema().isNullable()));
  }

  @Test
  void shouldKeepValuesNullsDatesAndDefaults() {
    // given
    Schema schema =
        SchemaBuilder.record("Row")
            .fields()
            .requiredString("bank")
            .optionalString("city")
            .name("open")
            .type()
            .longType()
            .longDefault(7)
            .name("day")
            .type(org.apache.avro.LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT)))
            .noDefault()
            .requiredDouble("lat")
            .requiredBoolean("restricted")
            .endRecord();
    GenericRecord row = new GenericData.Record(schema);
    row.put("bank", "za-bank");
    row.put("open", 3L);
    row.put("day", (int) LocalDate.of(2023, 4, 11).toEpochDay());
    row.put("lat", 22.25);
    row.put("restricted", true);

    // when
    RowShape shape = RowShape.of(schema);
    Struct struct = shape.struct(row);

    // then
    struct.validate();
    assertThat(struct.getString("bank")).isEqualTo("za-bank");
    assertThat(struct.getString("city")).isNull();
    assertThat(struct.getInt64("open")).isEqualTo(3);
    assertThat(Date.fromLogical(Date.SCHEMA, (java.util.Date) struct.get("day")))
        .isEqualTo((int) LocalDate.of(2023, 4, 11).toEpochDay());
    assertThat(struct.getFloat64("lat")).isEqualTo(22.25);
    assertThat(struct.getBoolean("restricted")).isTrue();
    assertThat(shape.schema().field("open").schema().defaultValue()).isEqualTo(7L);
    assertThat(shape.schema().field("bank").schema().defaultValue()).isNull();
  }

  @Test
  void shouldRefuseWhatNoColumnCanHold() {
    Schema nested =
        SchemaBuilder.record("Row")
            .fields()
            .name("banks")
            .type()
            .array()
            .items()
            .stringType()
            .noDefault()
            .endRecord();

    assertThatThrownBy(() -> RowShape.of(nested))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row.banks")
        .hasMessageContaining("should be a string");
  }

  @Test
  void shouldTakeNothingForATombstone() {
    assertThat(converter.toConnectData(TOPIC, null)).isEqualTo(SchemaAndValue.NULL);
  }

  @Test
  void shouldRefuseBytesThatAreNoRow() {
    byte[] text = "some text".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> converter.toConnectData(TOPIC, text))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(TOPIC);
  }

  @Test
  void shouldAskToBeTriedAgainWhileThereIsNoRegistry() {
    byte[] framed = {0, 0, 0, 0, 1, 2};

    assertThatThrownBy(() -> converter.toConnectData(TOPIC, framed))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining(TOPIC);
  }

  @Test
  void shouldNotWrite() {
    assertThatThrownBy(() -> converter.fromConnectData(TOPIC, null, "row"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("only reads");
  }
}
