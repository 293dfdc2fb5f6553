package dev.mooring.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mooring.contract.EventKey;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaHeader;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.registry.WireFormat;
import dev.mooring.replay.EventsDigest;
import dev.mooring.replay.letters.Contents;
import dev.mooring.replay.letters.ContentsReader;
import dev.mooring.replay.log.EventIntake;
import dev.mooring.replay.log.RegistrySchemas;
import dev.mooring.view.ViewConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of publishers whose serializer names the schema in a header. */
class HeaderSchemaTest {

  private static final int ID = 7;
  private static final String GUID = "6da336d8-f1d3-0f98-4c47-d03ee8a14a1f";
  private static final byte[] KNOWN = guid(GUID);
  private static final byte[] UNKNOWN = guid("00000000-0000-0001-0000-000000000002");

  private HttpServer registry;
  private String url;
  private Event event;

  private static byte[] guid(String guid) {
    return HexFormat.of().parseHex("01" + guid.replace("-", ""));
  }

  @BeforeEach
  void start() throws IOException {
    GeneratedTypes.trust();
    InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    registry = HttpServer.create(new InetSocketAddress(local, 0), 0);
    registry.createContext("/", HeaderSchemaTest::answer);
    registry.start();
    url = "http://127.0.0.1:" + registry.getAddress().getPort();
    event = new RandomHistory(1).take(1).getFirst();
  }

  @AfterEach
  void stop() {
    registry.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean known = path.equals("/schemas/ids/" + ID) || path.equals("/schemas/guids/" + GUID);
    String schema = Event.getClassSchema().toString();
    byte[] body =
        (known
                ? JsonNodeFactory.instance.objectNode().put("schema", schema)
                : JsonNodeFactory.instance.objectNode().put("error_code", 40403))
            .toString()
            .getBytes(UTF_8);
    exchange.sendResponseHeaders(known ? 200 : 404, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private byte[] body() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new SpecificDatumWriter<>(Event.class).write(event, encoder);
    return out.toByteArray();
  }

  private ConsumerRecord<byte[], byte[]> framed() throws IOException {
    return record(new RecordHeaders(), WireFormat.frame(ID, body()));
  }

  private ConsumerRecord<byte[], byte[]> named(byte[] by) throws IOException {
    return record(
        new RecordHeaders().add("ce_id", new byte[] {1}).add(SchemaHeader.VALUE, by), body());
  }

  private ConsumerRecord<byte[], byte[]> record(Headers headers, byte[] value) {
    return new ConsumerRecord<>(
        Topics.EVENTS.name(),
        0,
        0,
        System.currentTimeMillis(),
        TimestampType.CREATE_TIME,
        -1,
        -1,
        EventKey.of(event).getBytes(UTF_8),
        value,
        headers,
        Optional.empty());
  }

  @Test
  void shouldTakeEveryFormForTheSameEvent() throws IOException {
    try (RegistrySchemas schemas = new RegistrySchemas(ViewConfig.of("none:1", url))) {
      // given
      EventIntake intake = new EventIntake(schemas, 1);
      EventsDigest digest = new EventsDigest();
      intake.addTo(digest, framed());

      for (byte[] by : List.of(KNOWN, new byte[] {0, 0, 0, 0, ID})) {
        // when
        EventsDigest other = new EventsDigest();
        intake.addTo(other, named(by));

        // then
        assertThat(intake.fact(named(by))).isPresent().isEqualTo(intake.fact(framed()));
        assertThat(intake.reportedPrecision(named(by))).isEqualTo(event.getReportedPrecision());
        assertThat(other.hex()).isEqualTo(digest.hex());
      }
      assertThat(intake.fact(named(UNKNOWN))).isEmpty();
    }
  }

  @Test
  void shouldArchiveAnEventAsSuchAndSendItWithoutTheHeader() throws IOException {
    try (SchemaRegistryClient client = client()) {
      // given
      ValueDecoder decoder = new ValueDecoder(client);

      // when
      ArchivedRecord archived = decoder.read(named(KNOWN));

      // then
      assertThat(archived.event()).isEqualTo(decoder.read(framed()).event()).isPresent();
      assertThat(archived.headers()).hasSize(2);
      assertThat(archived.headersToSend())
          .extracting(header -> header.key())
          .containsExactly("ce_id");
      assertThat(archived.bearsForeignSchema()).isFalse();
    }
  }

  @Test
  void shouldArchiveWhatIsNoEventAsItIs() throws IOException {
    try (SchemaRegistryClient client = client()) {
      // given
      ValueDecoder decoder = new ValueDecoder(client);

      // when
      ArchivedRecord unknown = decoder.read(named(UNKNOWN));
      ArchivedRecord malformed = decoder.read(named(new byte[] {9}));

      // then
      assertThat(unknown.why().orElseThrow()).contains("GUID 00000000-0000-0001", "lacks");
      assertThat(unknown.raw()).contains(body());
      assertThat(unknown.headersToSend()).hasSize(2);
      assertThat(unknown.bearsForeignSchema()).isTrue();
      assertThat(malformed.why().orElseThrow()).contains("__value_schema_id");
    }
  }

  @Test
  void shouldReadADeadLetterByItsHeader() throws IOException {
    try (RegistrySchemas schemas = new RegistrySchemas(ViewConfig.of("none:1", url))) {
      // given
      ContentsReader reader = new ContentsReader(schemas);

      // when
      Contents known = reader.read(named(KNOWN).headers(), body());
      Contents unknown = reader.read(named(UNKNOWN).headers(), body());
      Contents malformed = reader.read(named(new byte[] {9}).headers(), body());

      // then
      assertThat(known.event()).contains(event);
      assertThat(known.guessed()).isFalse();
      assertThat(unknown.trouble().orElseThrow()).contains("GUID 00000000-0000-0001");
      assertThat(malformed.trouble().orElseThrow()).contains("__value_schema_id is 09");
    }
  }

  private SchemaRegistryClient client() {
    return new SchemaRegistryClient(
        RegistryConfig.from(Map.of(RegistryConfig.URL, url, "max.retries", "0")));
  }
}
