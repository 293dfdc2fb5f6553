package dev.mooring.registry;

import static dev.mooring.registry.ScriptedRegistry.answer;
import static dev.mooring.registry.ScriptedRegistry.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.reference.Firm;
import dev.mooring.registry.ScriptedRegistry.Step;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroSerdeTest {

  private static final Schema NOTE =
      SchemaBuilder.record("a.Note")
          .fields()
          .requiredString("text")
          .requiredInt("size")
          .endRecord();

  /** A record that may hold one of its own kind. */
  private static final Schema CHAIN =
      new Schema.Parser()
          .parse(
              "{\"type\":\"record\",\"name\":\"Chain\",\"namespace\":\"a\","
                  + "\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Chain\"]}]}");

  private ScriptedRegistry registry;
  private AvroSerde serde;

  private void given(Map<String, Object> settings, Step... script) throws IOException {
    registry = new ScriptedRegistry(script);
    serde = new AvroSerde();
    Map<String, Object> all = new HashMap<>(settings);
    all.put("schema.registry.url", registry.url());
    all.put("max.retries", 0);
    serde.configure(all, false);
  }

  @AfterEach
  void close() throws IOException {
    serde.close();
    registry.close();
  }

  private static GenericRecord note(String text, int size) {
    return new GenericRecordBuilder(NOTE).set("text", text).set("size", size).build();
  }

  private static Step schemaAnswer(Schema schema) {
    return ok("{\"schema\":\"" + escaped(schema) + "\"}");
  }

  private static String escaped(Schema schema) {
    return schema.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }

  @Test
  void shouldWriteTheConfluentWireFormat() throws Exception {
    // given
    given(Map.of(), ok("{\"id\":66051}"));

    // when
    byte[] bytes = serde.serializer().serialize("t", note("hi", -1));

    // then: magic, id 0x00010203, length 2 zigzag, "hi", -1 zigzag
    assertThat(bytes).containsExactly(0, 0, 1, 2, 3, 4, 'h', 'i', 1);
    assertThat(WireFormat.isFramed(bytes)).isTrue();
    assertThat(WireFormat.schemaId(bytes)).isEqualTo(66051);
    assertThat(WireFormat.frame(66051, new byte[] {4, 'h', 'i', 1})).isEqualTo(bytes);
  }

  @Test
  void shouldAskTheRegistryOnceHoweverManyRecords() throws Exception {
    // given
    given(Map.of(), ok("{\"id\":7}"), schemaAnswer(NOTE));

    // when
    for (int size = 0; size < 1_000; size++) {
      byte[] bytes = serde.serializer().serialize("t", note("note", size));
      GenericRecord read = (GenericRecord) serde.deserializer().deserialize("t", bytes);
      assertThat(read.get("size")).isEqualTo(size);
    }

    // then
    assertThat(registry.requests()).hasSize(2);
  }

  @Test
  void shouldReadGeneratedClassesWithoutFlagsOfTheJvm() throws Exception {
    // given
    Firm firm = Firm.newBuilder().setId("osl").setName("OSL").setCountry("HK").build();
    given(Map.of("specific.avro.reader", "true"), ok("{\"id\":7}"), schemaAnswer(firm.getSchema()));

    // when
    byte[] bytes = serde.serializer().serialize("mooring.firms.v1", firm);

    // then
    assertThat(serde.forType(Firm.class).deserializer().deserialize("mooring.firms.v1", bytes))
        .isEqualTo(firm);
    assertThat(registry.requests().getFirst().path())
        .isEqualTo("/subjects/mooring.firms.v1-value/versions");
  }

  @Test
  void shouldReadWithoutCopyingOrMovingTheBuffer() throws Exception {
    // given
    given(Map.of(), ok("{\"id\":7}"), schemaAnswer(NOTE));
    byte[] bytes = serde.serializer().serialize("t", note("hi", 5));
    ByteBuffer inside = ByteBuffer.allocate(bytes.length + 8).position(3).put(bytes);
    inside.flip().position(3);
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();

    // when
    Object first = serde.deserializer().deserialize("t", new RecordHeaders(), inside.slice());
    Object second = serde.deserializer().deserialize("t", new RecordHeaders(), direct);

    // then
    assertThat(first).isEqualTo(note("hi", 5)).isEqualTo(second);
    assertThat(direct.remaining()).isEqualTo(bytes.length);
  }

  @Test
  void shouldPassNullOnWithoutTheRegistry() throws Exception {
    // given
    given(Map.of());

    // when, then
    assertThat(serde.serializer().serialize("t", null)).isNull();
    assertThat(serde.deserializer().deserialize("t", (byte[]) null)).isNull();
    assertThat(registry.requests()).isEmpty();
  }

  @Test
  void shouldLeaveNothingOfAFailedRecordInTheNext() throws Exception {
    // given
    given(Map.of(), ok("{\"id\":7}"));
    byte[] before = serde.serializer().serialize("t", note("hi", 1));
    GenericRecord broken = new GenericData.Record(NOTE);
    broken.put("text", "text but no size");

    // when, then
    assertThatThrownBy(() -> serde.serializer().serialize("t", broken))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("topic t with schema id 7")
        .hasMessageContaining("size");
    assertThat(serde.serializer().serialize("t", note("hi", 1))).isEqualTo(before);
  }

  @Test
  void shouldServeSeveralThreads() throws Exception {
    // given: two threads may both ask before either has an answer
    Step[] script = IntStream.range(0, 8).mapToObj(i -> ok("{\"id\":7}")).toArray(Step[]::new);
    given(Map.of(), script);
    byte[] expected = serde.serializer().serialize("t", note("n".repeat(3_000), 1));

    // when
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<Boolean> work =
          () ->
              IntStream.range(0, 500)
                  .mapToObj(i -> serde.serializer().serialize("t", note("n".repeat(3_000), 1)))
                  .allMatch(bytes -> Arrays.equals(bytes, expected));

      // then
      for (Future<Boolean> result : threads.invokeAll(List.of(work, work, work, work))) {
        assertThat(result.get()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "io.confluent.kafka.serializers.subject.TopicNameStrategy, t-value",
    "io.confluent.kafka.serializers.subject.RecordNameStrategy, a.Note",
    "TopicRecordNameStrategy, t-a.Note",
    "topic-record, t-a.Note",
    "record, a.Note",
  })
  void shouldNameSubjectsByTheStrategy(String strategy, String subject) throws Exception {
    // given
    given(Map.of("value.subject.name.strategy", strategy), ok("{\"id\":7}"));

    // when
    serde.serializer().serialize("t", note("hi", 1));

    // then
    assertThat(registry.requests().getFirst().path())
        .isEqualTo("/subjects/" + subject + "/versions");
  }

  @Test
  void shouldNotRegisterWhenToldSo() throws Exception {
    // given
    given(
        Map.of("auto.register.schemas", false),
        answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"),
        ok("{\"id\":7}"));

    // when, then
    assertThatThrownBy(() -> serde.serializer().serialize("t", note("hi", 1)))
        .isInstanceOf(SchemaNotFoundException.class)
        .hasMessageContaining("subject t-value")
        .hasMessageContaining("auto.register.schemas=true");
    assertThat(serde.serializer().serialize("t", note("hi", 1))).startsWith(0, 0, 0, 0, 7);
    assertThat(registry.requests()).allMatch(request -> request.path().equals("/subjects/t-value"));
  }

  @Test
  void shouldWriteByTheLatestVersionThoughItsFieldsAreElsewhere() throws Exception {
    // given
    Schema latest =
        SchemaBuilder.record("a.Note")
            .fields()
            .optionalString("author")
            .requiredInt("size")
            .requiredString("text")
            .endRecord();
    given(
        Map.of("auto.register.schemas", "false", "use.latest.version", "true"),
        ok("{\"version\":2,\"id\":9,\"schema\":\"" + escaped(latest) + "\"}"),
        schemaAnswer(latest));

    // when
    byte[] bytes = serde.serializer().serialize("t", note("hi", 5));

    // then
    GenericRecord read = (GenericRecord) serde.deserializer().deserialize("t", bytes);
    assertThat(WireFormat.schemaId(bytes)).isEqualTo(9);
    assertThat(read.toString()).isEqualTo("{\"author\": null, \"size\": 5, \"text\": \"hi\"}");
  }

  @Test
  void shouldRefuseToWriteByALatestVersionThatDoesNotFit() throws Exception {
    // given
    Schema latest = SchemaBuilder.record("a.Note").fields().requiredString("title").endRecord();
    given(
        Map.of("auto.register.schemas", "false", "use.latest.version", "true"),
        ok("{\"version\":2,\"id\":9,\"schema\":\"" + escaped(latest) + "\"}"));

    // when, then
    assertThatThrownBy(() -> serde.serializer().serialize("t", note("hi", 5)))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining("version 2 of subject t-value")
        .hasMessageContaining("title");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0 bytes",
    "'0,0,0,1', 4 bytes",
    "'9,0,0,0,1,2', first byte 9",
    "'123,0,0,0,0', first byte"
  })
  void shouldTellWhatIsNoWireFormat(String bytes, String problem) throws Exception {
    // given
    given(Map.of());

    // when, then
    assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes(bytes)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("topic t")
        .hasMessageContaining(problem);
    assertThat(registry.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'0,0,0,0,7,4,104'", "'0,0,0,0,7,3,104,105,2'", "'0,0,0,0,7,4,104,105,2,0'"})
  void shouldTellWhatDoesNotFitItsSchema(String bytes) throws Exception {
    // given
    given(Map.of(), schemaAnswer(NOTE), schemaAnswer(NOTE));

    // when, then
    assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes(bytes)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("topic t with schema id 7");
  }

  @Test
  void shouldTellOfARecordInItselfWithoutEnd() throws Exception {
    // given
    given(Map.of(), schemaAnswer(CHAIN));
    byte[] endless = new byte[800_000];
    Arrays.fill(endless, 5, endless.length, (byte) 2);

    // then
    assertThatThrownBy(() -> serde.deserializer().deserialize("t", endless))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("StackOverflowError");
  }

  @Test
  void shouldNameTheClassThatIsMissing() throws Exception {
    // given
    given(Map.of("specific.avro.reader", true), schemaAnswer(NOTE));

    // when, then
    assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes("0,0,0,0,7,4,104,105,2")))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("no class a.Note");
  }

  private static byte[] bytes(String numbers) {
    List<String> parts = numbers.isEmpty() ? List.of() : List.of(numbers.split(","));
    ByteBuffer bytes = ByteBuffer.allocate(parts.size());
    parts.forEach(part -> bytes.put(Byte.parseByte(part)));
    return bytes.array();
  }
}
