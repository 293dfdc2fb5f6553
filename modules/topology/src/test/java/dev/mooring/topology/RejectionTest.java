package dev.mooring.topology;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.row.LedgerRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a record is told, and nothing stops. */
class RejectionTest {

  private static final Event VALID =
      event()
          .pair("za-bank", "osl")
          .city("hong-kong")
          .type(EventType.ACCOUNT_OPENED)
          .on("2023-03-27")
          .build();
  private static final byte[] KEY = TestedTopology.key(VALID);
  private static final byte[] VALUE = AvroBytes.write(TestedTopology.EVENT_SCHEMA, VALID);

  private final TestedTopology topology = new TestedTopology();

  @AfterEach
  void close() {
    topology.close();
  }

  @Test
  void shouldRejectARecordWithoutValue() {
    assertRejected(KEY, null, "UNDECODABLE", "value is missing");
  }

  @Test
  void shouldRejectBytesThatAreNoEvent() {
    assertRejected(KEY, bytes("{\"id\": 1}"), "UNDECODABLE", "should begin with the byte 00");
    assertRejected(KEY, new byte[] {0, 0}, "UNDECODABLE", "should begin with the byte 00");
    assertRejected(KEY, cut(VALUE, 40), "UNDECODABLE", "is not an event: the bytes end");
    assertRejected(KEY, longer(VALUE), "UNDECODABLE", "left over");
  }

  @Test
  void shouldRejectATextThatClaimsMoreThanCanBe() {
    // given
    byte[] lengthOfId = {-2, -1, -1, -1, 15};
    byte[] claiming = ByteBuffer.wrap(VALUE.clone()).put(5, lengthOfId).array();

    // then
    assertRejected(KEY, claiming, "UNDECODABLE", "longer than");
  }

  @Test
  void shouldRejectARecordInItselfWithoutEnd() {
    // given
    topology.knowSchema(9, withItselfInFront(Event.getClassSchema()));
    byte[] deep = new byte[800_000];
    Arrays.fill(deep, 4, deep.length, (byte) 2);
    deep[4] = 9;

    // then
    assertRejected(KEY, deep, "UNDECODABLE", "StackOverflowError");
  }

  @Test
  void shouldRejectAnUnknownSchema() {
    assertRejected(
        KEY, AvroBytes.write(99, VALID), "UNKNOWN_SCHEMA", "schema id '99' is not known");
  }

  @Test
  void shouldRejectAValueOfANewerSchema() {
    // given
    Schema newer = new Schema.Parser().parse(newerSchema());
    topology.knowSchema(8, newer);
    GenericRecord event = copy(VALID, newer);
    event.put("type", new GenericData.EnumSymbol(newer.getField("type").schema(), "ACCOUNT_LENT"));

    // then
    assertRejected(KEY, AvroBytes.write(8, event), "NEWER_SCHEMA", "type");
  }

  @Test
  void shouldTellAllProblemsOfAnInvalidEvent() {
    Event invalid =
        event().pair("Za Bank", "osl").type(EventType.ACCOUNT_OPENED).revision(0).buildUnchecked();

    Header[] headers =
        assertRejected(
            TestedTopology.key(invalid),
            AvroBytes.write(TestedTopology.EVENT_SCHEMA, invalid),
            "INVALID",
            "bank 'Za Bank' should be a slug");

    assertThat(text(headers, "mooring.problems"))
        .contains("\"field\":\"bank\"", "\"field\":\"revision\"", "\"value\":\"0\"");
  }

  @Test
  void shouldRejectAWrongOrMissingKey() {
    assertRejected(bytes("za-bank/okx"), VALUE, "WRONG_KEY", "should be za-bank/osl");
    assertRejected(null, VALUE, "WRONG_KEY", "key should be za-bank/osl");
  }

  @Test
  void shouldRejectADateInTheFarFuture() {
    // given
    Instant occurred = VALID.getOccurredAt();

    // then
    assertRejectedAt(occurred.minus(Duration.ofDays(366)).minusMillis(1), "FAR_FUTURE");
    topology.publish(KEY, VALUE, occurred.minus(Duration.ofDays(366)));
    assertThat(topology.records(Topics.REJECTED)).isEmpty();
  }

  /** Its letter would be refused by the broker, and so stop the topology. */
  @Test
  void shouldPointToTheOriginOfARecordThatIsTooLargeForALetter() {
    // when
    topology.publish(KEY, new byte[1_000_000], TestedTopology.NOW);

    // then
    TestRecord<byte[], byte[]> letter = lastRejected();
    assertThat(letter.value()).isNull();
    Header[] headers = letter.headers().toArray();
    assertThat(text(headers, "mooring.reason")).isEqualTo("UNKNOWN_SCHEMA");
    assertThat(text(headers, "mooring.omitted")).contains("of 1000");
    assertThat(text(headers, "__streams.errors.offset")).isEqualTo("0");
  }

  @Test
  void shouldCountAndGoOnBehindRejectedRecords() {
    // when
    topology.publish(KEY, null, TestedTopology.NOW);
    topology.publish(VALID);

    // then
    assertThat(topology.rows(Topics.LEDGER).get("0"))
        .isEqualTo(new LedgerRow(0L, 2L, 1L, 0L, 0L, 0L, 0L, 1L));
    assertThat(topology.rows(Topics.BANK_METRICS)).containsOnlyKeys("za-bank");
  }

  private void assertRejectedAt(Instant timestamp, String reason) {
    topology.publish(KEY, VALUE, timestamp);
    assertThat(text(lastRejected().headers().toArray(), "mooring.reason")).isEqualTo(reason);
  }

  private Header[] assertRejected(byte[] key, byte[] value, String reason, String message) {
    topology.publish(key, value, TestedTopology.NOW);
    TestRecord<byte[], byte[]> letter = lastRejected();
    assertThat(letter.key()).isEqualTo(key);
    assertThat(letter.value()).isEqualTo(value);
    Header[] headers = letter.headers().toArray();
    assertThat(text(headers, "mooring.reason")).isEqualTo(reason);
    assertThat(text(headers, "__streams.errors.message")).contains(message);
    assertThat(text(headers, "__streams.errors.topic")).isEqualTo(Topics.EVENTS.name());
    assertThat(text(headers, "__streams.errors.partition")).isEqualTo("0");
    assertThat(text(headers, "__streams.errors.offset")).matches("\\d+");
    return headers;
  }

  private TestRecord<byte[], byte[]> lastRejected() {
    return topology.records(Topics.REJECTED).getLast();
  }

  private static String text(Header[] headers, String key) {
    return List.of(headers).stream()
        .filter(header -> header.key().equals(key))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  private static String newerSchema() {
    return Event.getClassSchema()
        .toString()
        .replace("\"SUPERVISORY_SIGNAL\"", "\"SUPERVISORY_SIGNAL\",\"ACCOUNT_LENT\"");
  }

  /** Whoever may register a schema may register this one. */
  private static Schema withItselfInFront(Schema schema) {
    return new Schema.Parser()
        .parse(
            schema
                .toString()
                .replaceFirst(
                    "\"fields\":\\[",
                    "\"fields\":[{\"name\":\"itself\",\"type\":[\"null\",\"Event\"]},"));
  }

  private static GenericRecord copy(Event event, Schema schema) {
    byte[] body = AvroBytes.write(0, event);
    try {
      return new org.apache.avro.generic.GenericDatumReader<GenericRecord>(
              Event.getClassSchema(), schema)
          .read(
              null,
              org.apache.avro.io.DecoderFactory.get()
                  .binaryDecoder(body, 5, body.length - 5, null));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] cut(byte[] value, int length) {
    return ByteBuffer.allocate(length).put(value, 0, length).array();
  }

  private static byte[] longer(byte[] value) {
    return ByteBuffer.allocate(value.length + 1).put(value).array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
