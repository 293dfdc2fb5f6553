package dev.mooring.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.Bank;
import dev.mooring.registry.SchemaHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowBytesTest {

  private static final String GUID = "6da336d8-f1d3-0f98-4c47-d03ee8a14a1f";

  private HttpServer registry;

  @BeforeEach
  void start() throws IOException {
    InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    registry = HttpServer.create(new InetSocketAddress(local, 0), 0);
    registry.createContext("/schemas/guids/" + GUID, RowBytesTest::answer);
    registry.start();
  }

  @AfterEach
  void stop() {
    registry.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String schema = Bank.getClassSchema().toString().replace("\\", "\\\\").replace("\"", "\\\"");
    byte[] body = ("{\"schema\":\"" + schema + "\"}").getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Reference data may come from publishers of all kinds. */
  @Test
  void shouldKeepARowWhoseSchemaAHeaderNames() throws Exception {
    // given
    Bank bank = Bank.newBuilder().setId("za-bank").setName("ZA Bank").build();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(body, null);
    new SpecificDatumWriter<>(Bank.class).write(bank, encoder);
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            Topics.BANKS.name(), 0, 0, "za-bank".getBytes(UTF_8), body.toByteArray());
    record.headers().add(SchemaHeader.VALUE, HexFormat.of().parseHex("01" + GUID.replace("-", "")));
    String url = "http://127.0.0.1:" + registry.getAddress().getPort();

    try (RowBytes rows = RowBytes.open(ViewConfig.of("none:1", url), List.of(Topics.BANKS))) {
      // when
      byte[] kept = rows.of(Topics.BANKS, record);

      // then
      assertThat(rows.codecs().of(Topics.BANKS).decode(kept, 0, kept.length)).isEqualTo(bank);
    }
  }
}
