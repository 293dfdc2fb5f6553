package dev.mooring.replay.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.codec.EventJson;
import dev.mooring.contract.codec.EventReading;
import dev.mooring.contract.event.Event;
import dev.mooring.registry.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class ContentsReaderTest {

  private static final int OWN = 1;
  private static final int LATER = 2;
  private static final int NO_RECORD = 3;
  private static final int UNKNOWN = 9;

  private static final String ID = "0d4f9f7e-5f0c-4f0e-9a55-0f6a3c1c0b11";
  private static final String JSON =
      """
      {"id":"%s","revision":2,"status":"REPORTED","type":"ACCOUNT_OPENED","bank":"za-bank",\
      "firm":"osl","city":"hong-kong","occurredAt":"2023-04-11","reportedAt":"2023-04","cityBasis":\
      "STATED","dateBasis":"STATED","source":"ZA Bank","note":"N"}\
      """
          .formatted(ID);

  private static final Schema SECOND =
      new Schema.Parser()
          .parse(
              Event.getClassSchema()
                  .toString()
                  .replace("\"SUPERVISORY_SIGNAL\"", "\"SUPERVISORY_SIGNAL\",\"ACCOUNT_LENT\""));

  private final ContentsReader reader =
      new ContentsReader(
          id ->
              Optional.ofNullable(
                  Map.of(
                          OWN, Event.getClassSchema(),
                          LATER, SECOND,
                          NO_RECORD, Schema.create(Schema.Type.STRING))
                      .get(id)));

  static {
    GeneratedTypes.trust();
  }

  @Test
  void shouldReadAWholeEventAsPeopleWriteIt() {
    Contents contents = reader.read(bytes(OWN, Event.getClassSchema(), Map.of()));

    assertThat(contents.fields()).hasToString(JSON);
    assertThat(contents.trouble()).isEmpty();
    assertThat(contents.event()).hasValue(event());
    assertThat(contents.id()).hasValue(ID);
  }

  @Test
  void shouldTellWhichFieldACutBodyEndsIn() {
    byte[] whole = bytes(OWN, Event.getClassSchema(), Map.of());
    // id, revision, bank
    byte[] cut = Arrays.copyOf(whole, WireFormat.PREFIX_LENGTH + 37 + 1 + 9 + 3);

    Contents contents = reader.read(cut);

    assertThat(contents.fields())
        .hasToString("{\"id\":\"" + ID + "\",\"revision\":2,\"bank\":\"za-bank\"}");
    assertThat(contents.trouble().orElseThrow())
        .isEqualTo("field 'firm' cannot be read: the bytes end");
    assertThat(contents.event()).isEmpty();
    assertThat(contents.id()).hasValue(ID);
  }

  @Test
  void shouldTellOfBytesBehindAnEvent() {
    byte[] whole = bytes(OWN, Event.getClassSchema(), Map.of());

    Contents contents = reader.read(Arrays.copyOf(whole, whole.length + 3));

    assertThat(contents.fields()).hasToString(JSON);
    assertThat(contents.trouble().orElseThrow()).startsWith("3 bytes are left over");
    assertThat(contents.event()).isEmpty();
  }

  @Test
  void shouldShowWhatALaterVersionWrote() {
    Object type = new GenericData.EnumSymbol(SECOND.getField("type").schema(), "ACCOUNT_LENT");

    Contents contents = reader.read(bytes(LATER, SECOND, Map.of("type", type)));

    assertThat(contents.fields().get("type").asText()).isEqualTo("ACCOUNT_LENT");
    assertThat(contents.event().orElseThrow().getType()).hasToString("UNRECOGNISED");
  }

  @Test
  void shouldGuessByItsOwnSchemaWhatNoRegistryKnows() {
    Contents contents = reader.read(bytes(UNKNOWN, Event.getClassSchema(), Map.of()));

    assertThat(contents.guessed()).isTrue();
    assertThat(contents.fields()).hasToString(JSON);
    assertThat(contents.event()).isEmpty();
  }

  @Test
  void shouldSayWhyThereIsNothingToRead() {
    assertThat(reader.read(new byte[] {7, 7}).trouble().orElseThrow()).contains("00");
    assertThat(reader.read(new byte[0]).schemaId()).isEmpty();
    assertThat(reader.read(WireFormat.frame(UNKNOWN, new byte[] {1})).trouble().orElseThrow())
        .contains("registry");
    assertThat(reader.read(WireFormat.frame(NO_RECORD, new byte[] {0})).trouble().orElseThrow())
        .contains("no record");
  }

  @Property(tries = 500)
  void shouldNeverThrow(@ForAll @Size(max = 80) byte[] body) {
    for (int schema : new int[] {OWN, LATER, NO_RECORD, UNKNOWN}) {
      assertThatCode(() -> reader.read(WireFormat.frame(schema, body))).doesNotThrowAnyException();
    }
  }

  private static Event event() {
    return ((EventReading.Read) EventJson.read(JSON)).event();
  }

  private static byte[] bytes(int schemaId, Schema schema, Map<String, Object> changed) {
    Event event = event();
    GenericRecordBuilder copy = new GenericRecordBuilder(schema);
    event.getSchema().getFields().forEach(field -> copy.set(field.name(), event.get(field.pos())));
    changed.forEach(copy::set);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      new GenericDatumWriter<GenericRecord>(schema, SpecificData.getForSchema(Event.SCHEMA$))
          .write(copy.build(), encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return WireFormat.frame(schemaId, out.toByteArray());
  }
}
