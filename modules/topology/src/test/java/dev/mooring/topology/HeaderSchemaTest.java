package dev.mooring.topology;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.registry.SchemaHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of publishers whose serializer puts what names the schema into a header. */
class HeaderSchemaTest {

  private static final Event EVENT =
      event()
          .pair("za-bank", "osl")
          .city("hong-kong")
          .type(EventType.ACCOUNT_OPENED)
          .on("2023-03-27")
          .build();
  private static final byte[] KEY = TestedTopology.key(EVENT);
  private static final byte[] BARE = AvroBytes.bare(EVENT);

  private final TestedTopology topology = new TestedTopology();

  @AfterEach
  void close() {
    topology.close();
  }

  private static Headers header(byte[] value) {
    return new RecordHeaders().add("ce_id", new byte[] {1}).add(SchemaHeader.VALUE, value);
  }

  private static byte[] guid(UUID guid) {
    return ByteBuffer.allocate(17)
        .put((byte) 1)
        .putLong(guid.getMostSignificantBits())
        .putLong(guid.getLeastSignificantBits())
        .array();
  }

  @Test
  void shouldTakeTheSameEventInEveryFormForOne() {
    // when
    topology.publish(header(guid(TestedTopology.EVENT_GUID)), KEY, BARE);
    topology.publish(header(new byte[] {0, 0, 0, 0, TestedTopology.EVENT_SCHEMA}), KEY, BARE);
    topology.publish(EVENT);

    // then: read, standing and duplicate
    assertThat(topology.rows(Topics.LEDGER).get("0"))
        .isEqualTo(new LedgerRow(0L, 3L, 1L, 0L, 0L, 0L, 2L, 0L));
    assertThat(topology.rows(Topics.BANK_METRICS)).containsOnlyKeys("za-bank");
    assertThat(topology.records(Topics.REJECTED)).isEmpty();
  }

  @Test
  void shouldRejectAnUnknownGuidAndKeepItInTheLetter() {
    // given
    byte[] unknown = guid(new UUID(1, 2));

    // when
    topology.publish(header(unknown), KEY, BARE);

    // then
    TestRecord<byte[], byte[]> letter = topology.records(Topics.REJECTED).getLast();
    assertThat(text(letter, "mooring.reason")).isEqualTo("UNKNOWN_SCHEMA");
    assertThat(text(letter, "__streams.errors.message"))
        .contains("GUID 00000000-0000-0001-0000-000000000002", "is not known to the registry");
    assertThat(letter.headers().lastHeader(SchemaHeader.VALUE).value()).isEqualTo(unknown);
    assertThat(letter.value()).isEqualTo(BARE);
  }

  @Test
  void shouldRejectAHeaderThatNamesNoSchema() {
    // when
    topology.publish(header(new byte[] {2, 0, 0}), KEY, BARE);

    // then
    TestRecord<byte[], byte[]> letter = topology.records(Topics.REJECTED).getLast();
    assertThat(text(letter, "mooring.reason")).isEqualTo("UNDECODABLE");
    assertThat(text(letter, "__streams.errors.message"))
        .contains("__value_schema_id", "020000", "the sixteen bytes of a GUID");
  }

  @Test
  void shouldRejectABodyThatIsNotAsItsHeaderSays() {
    // when: a value of the other form, too
    topology.publish(
        header(guid(TestedTopology.EVENT_GUID)),
        KEY,
        AvroBytes.write(TestedTopology.EVENT_SCHEMA, EVENT));

    // then
    TestRecord<byte[], byte[]> letter = topology.records(Topics.REJECTED).getLast();
    assertThat(text(letter, "mooring.reason")).isIn("UNDECODABLE", "INVALID");
  }

  private static String text(TestRecord<byte[], byte[]> letter, String header) {
    return new String(letter.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
  }
}
