package dev.mooring.replay.promote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.replay.ReplayException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that knows a schema under one subject of a shadow, and under no other. */
class LiveSchemasTest {

  private static final Lane SHADOW = new Lane("shadow-1");
  private static final String WRITTEN = SHADOW.topic(Topics.BANK_METRICS).subject();
  private static final String LATEST =
      "{\"subject\":\"%s\",\"id\":7,\"version\":1,\"schema\":\"\\\"string\\\"\"}"
          .formatted(WRITTEN);
  private static final String MISSING = "{\"error_code\":40401,\"message\":\"not found\"}";

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldRegisterWhatAShadowHasWritten() {
    ensureAll("true");

    assertThat(requests)
        .contains("POST /subjects/%s/versions".formatted(Topics.BANK_METRICS.subject()));
  }

  @Test
  void shouldRegisterNothingWhenThatIsForbidden() {
    assertThatThrownBy(() -> ensureAll("false"))
        .isInstanceOf(ReplayException.class)
        .hasMessageContaining(Topics.BANK_METRICS.subject())
        .hasMessageContaining("auto.register.schemas=false")
        .hasMessageContaining("`mooring topics apply`");
    assertThat(requests).noneMatch(request -> request.endsWith("/versions"));
  }

  private void ensureAll(String mayRegister) {
    Map<String, String> settings =
        Map.of(
            "schema.registry.url",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "auto.register.schemas",
            mayRegister);
    try (SchemaRegistryClient client = new SchemaRegistryClient(RegistryConfig.from(settings))) {
      new LiveSchemas(client, settings).ensureAll(SHADOW);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    requests.add(request);
    boolean isKnown = request.equals("GET /subjects/%s/versions/latest".formatted(WRITTEN));
    boolean isWrite = request.endsWith("/versions") || request.startsWith("PUT ");
    String body = isKnown ? LATEST : isWrite ? "{\"id\":7}" : MISSING;
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(isKnown || isWrite ? 200 : 404, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
