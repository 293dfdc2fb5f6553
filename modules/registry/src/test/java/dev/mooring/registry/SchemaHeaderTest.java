package dev.mooring.registry;

import static dev.mooring.registry.ScriptedRegistry.answer;
import static dev.mooring.registry.ScriptedRegistry.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.registry.ScriptedRegistry.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaHeaderTest {

  private static final UUID GUID = UUID.fromString("6da336d8-f1d3-0f98-4c47-d03ee8a14a1f");
  private static final byte[] HI = {4, 'h', 'i'};
  private static final Step STRING = ok("{\"schema\":\"\\\"string\\\"\"}");

  private static Headers headers(String name, byte[] value) {
    return new RecordHeaders().add("ce_id", new byte[] {7}).add(name, value);
  }

  private static byte[] guid(UUID guid) {
    return ByteBuffer.allocate(17)
        .put((byte) 1)
        .putLong(guid.getMostSignificantBits())
        .putLong(guid.getLeastSignificantBits())
        .array();
  }

  private static AvroDeserializer deserializer(ScriptedRegistry registry, boolean isKey) {
    AvroDeserializer deserializer = new AvroDeserializer();
    deserializer.configure(Map.of(RegistryConfig.URL, registry.url(), "max.retries", "0"), isKey);
    return deserializer;
  }

  @Property(tries = 200)
  void shouldFindWhatWasNamed(@ForAll long high, @ForAll long low, @ForAll int id) {
    // given
    UUID guid = new UUID(high, low);
    byte[] number = ByteBuffer.allocate(5).put((byte) 0).putInt(id).array();

    // when, then
    assertThat(SchemaHeader.find(headers(SchemaHeader.VALUE, guid(guid)), false))
        .contains(new SchemaId.Guid(guid));
    assertThat(SchemaHeader.find(headers(SchemaHeader.KEY, number), true))
        .contains(new SchemaId.Numeric(id));
    assertThat(SchemaHeader.find(headers(SchemaHeader.KEY, number), false)).isEmpty();
  }

  @Property(tries = 200)
  void shouldTakeNothingElseForAName(@ForAll byte[] bytes) {
    // when
    Optional<SchemaId> found;
    try {
      found = SchemaHeader.find(headers(SchemaHeader.VALUE, bytes), false);
    } catch (SerializationException told) {
      assertThat(told).hasMessageContaining("should be 01 and the sixteen bytes of a GUID");
      return;
    }

    // then
    assertThat(found).isPresent();
    assertThat(bytes)
        .satisfiesAnyOf(id -> assertThat(id).hasSize(5), guid -> assertThat(guid).hasSize(17));
  }

  @Test
  void shouldWriteAGuidAsPeopleDo() {
    // given
    byte[] bytes = HexFormat.of().parseHex("016da336d8f1d30f984c47d03ee8a14a1f");

    // when, then
    assertThat(SchemaHeader.find(headers(SchemaHeader.VALUE, bytes), false).orElseThrow())
        .isEqualTo(new SchemaId.Guid(GUID))
        .hasToString("GUID " + GUID);
  }

  @Test
  void shouldReadWhatANewerSerializerWroteAndAskOnce() throws Exception {
    try (ScriptedRegistry registry = new ScriptedRegistry(STRING);
        AvroDeserializer deserializer = deserializer(registry, false)) {
      // given
      Headers headers = headers(SchemaHeader.VALUE, guid(GUID));

      // when
      Object first = deserializer.deserialize("t", headers, HI);
      Object second = deserializer.deserialize("t", headers, ByteBuffer.wrap(HI));

      // then
      assertThat(first.toString()).isEqualTo("hi").isEqualTo(second.toString());
      assertThat(registry.requests())
          .extracting(ScriptedRegistry.Request::path)
          .containsExactly("/schemas/guids/" + GUID);
    }
  }

  @Test
  void shouldReadAKeyByItsOwnHeader() throws Exception {
    try (ScriptedRegistry registry = new ScriptedRegistry(STRING);
        AvroDeserializer deserializer = deserializer(registry, true)) {
      // given
      Headers headers =
          headers(SchemaHeader.KEY, new byte[] {0, 0, 0, 0, 9}).add(SchemaHeader.VALUE, guid(GUID));

      // when, then
      assertThat(deserializer.deserialize("t", headers, HI)).hasToString("hi");
      assertThat(registry.requests().getFirst().path()).isEqualTo("/schemas/ids/9");
    }
  }

  @Test
  void shouldReadTheWireFormatWhereNoHeaderNamesTheSchema() throws Exception {
    try (ScriptedRegistry registry = new ScriptedRegistry(STRING);
        AvroDeserializer deserializer = deserializer(registry, false)) {
      // given
      byte[] framed = WireFormat.frame(9, HI);

      // when, then
      assertThat(deserializer.deserialize("t", new RecordHeaders(), framed)).hasToString("hi");
      assertThat(deserializer.deserialize("t", headers(SchemaHeader.VALUE, null), framed))
          .hasToString("hi");
      assertThat(
              deserializer.deserialize("t", headers(SchemaHeader.VALUE, guid(GUID)), (byte[]) null))
          .isNull();
      assertThat(registry.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"error_code\":40403,\"message\":\"Schema not found\"}', Schema not found",
    "'', answers no GUIDs",
    "<html>no such page</html>, answers no GUIDs"
  })
  void shouldTellThatARegistryDoesNotKnowAGuid(String body, String told) throws IOException {
    // the last two are registries without that part of the protocol: Apicurio 3.3.3 is one
    try (ScriptedRegistry registry = new ScriptedRegistry(answer(404, body));
        AvroDeserializer deserializer = deserializer(registry, false)) {
      // given
      Headers headers = headers(SchemaHeader.VALUE, guid(GUID));

      // when, then
      assertThatThrownBy(() -> deserializer.deserialize("t", headers, HI))
          .isInstanceOf(SchemaNotFoundException.class)
          .hasMessageContaining("GUID " + GUID)
          .hasMessageContaining(told);
    }
  }
}
