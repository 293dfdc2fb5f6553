package dev.mooring.registry;

import static dev.mooring.registry.ScriptedRegistry.answer;
import static dev.mooring.registry.ScriptedRegistry.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.registry.ScriptedRegistry.Step;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Several URLs of one registry, of which some do not work. */
class FailoverTest {

  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);
  private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");

  private final List<Duration> waits = new ArrayList<>();
  private final List<ScriptedRegistry> registries = new ArrayList<>();
  private SchemaRegistryClient client;

  private ScriptedRegistry registry(Step... script) throws IOException {
    ScriptedRegistry registry = new ScriptedRegistry(script);
    registries.add(registry);
    return registry;
  }

  private void given(Map<String, String> settings, String... urls) {
    Map<String, String> all = new HashMap<>(settings);
    all.put(RegistryConfig.URL, String.join(",", urls));
    client =
        new SchemaRegistryClient(
            RegistryConfig.from(all), new Random(7), waits::add, InstantSource.fixed(NOW));
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    for (ScriptedRegistry registry : registries) {
      registry.close();
    }
  }

  static List<Step> troubles() {
    return List.of(
        answer(408, ""),
        answer(429, ""),
        answer(500, ""),
        answer(503, "busy"),
        new Step.ClosedSocket(),
        new Step.HalfAnswer("{\"id\":7}"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void shouldAskTheNextUrlAtOnce(Step trouble) throws Exception {
    // given
    ScriptedRegistry first = registry(trouble);
    ScriptedRegistry second = registry(ok("{\"id\":7}"));
    given(Map.of(), first.url(), second.url());

    // when
    int id = client.register("t-value", SCHEMA);

    // then
    assertThat(id).isEqualTo(7);
    assertThat(first.requests()).hasSize(1);
    assertThat(waits).isEmpty();
  }

  @Test
  void shouldAskTheNextUrlWhenNobodyListens() throws Exception {
    // given
    ScriptedRegistry second = registry(ok("{\"id\":7}"));
    given(Map.of(), unused(), second.url());

    // when, then
    assertThat(client.register("t-value", SCHEMA)).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"401, 40101", "403, 40301", "404, 40401", "409, 40901", "422, 42201"})
  void shouldTakeARefusalForAnAnswer(int status, int code) throws Exception {
    // given
    ScriptedRegistry first = registry(answer(status, "{\"error_code\":" + code + "}"));
    ScriptedRegistry second = registry(ok("{\"id\":7}"));
    given(Map.of(), first.url(), second.url());

    // when, then
    assertThatThrownBy(() -> client.register("t-value", SCHEMA))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining(first.url());
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void shouldStayAtTheUrlThatWorkedUntilItFails() throws Exception {
    // given
    ScriptedRegistry first = registry(answer(503, ""), ok("{\"id\":9}"));
    ScriptedRegistry second = registry(ok("{\"id\":7}"), ok("{\"id\":8}"), answer(503, ""));
    given(Map.of(), first.url(), second.url());

    // when
    List<Integer> ids =
        Stream.of("a", "b", "c").map(subject -> client.register(subject, SCHEMA)).toList();

    // then
    assertThat(ids).containsExactly(7, 8, 9);
    assertThat(first.requests()).hasSize(2);
    assertThat(second.requests()).hasSize(3);
  }

  @Test
  void shouldTellOfEachUrlWhatItSaid() throws Exception {
    // given
    ScriptedRegistry first = registry(answer(503, "full"), answer(503, "still full"));
    String nobody = unused();
    given(Map.of("max.retries", "1", "retries.wait.ms", "100"), first.url(), nobody);

    // when, then
    assertThatThrownBy(() -> client.schemaById(8))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("find the schema of id 8")
        .hasMessageContaining("tried 2 times: " + first.url() + ": HTTP 503 still full; ")
        .hasMessageContaining(nobody + ": the connection was refused")
        .hasMessageContaining("schema.registry.url");
    assertThat(waits).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3000",
    "'Sun, 01 Feb 2026 10:00:07 GMT', 7000",
    "60, 20000",
    "999999999999, 50",
    "'Sun, 01 Feb 2026 09:00:00 GMT', 50",
    "soon, 50",
    "-5, 50"
  })
  void shouldWaitAsLongAsAServerAsksWithinBounds(String retryAfter, long millis) throws Exception {
    // given
    ScriptedRegistry registry = registry(new Step.Busy(429, retryAfter), ok("{\"id\":7}"));
    given(Map.of("retries.wait.ms", "50"), registry.url());

    // when
    client.register("t-value", SCHEMA);

    // then: without being asked, between half of retries.wait.ms and all of it
    assertThat(waits).hasSize(1);
    assertThat(waits.getFirst().toMillis()).isBetween(millis == 50 ? 25 : millis, millis);
  }

  @Test
  void shouldFindTheOneThatWorksForEveryThread() throws Exception {
    // given: without another try, a thread that passes over a URL fails
    int requests = 40;
    Step[] answers =
        IntStream.range(0, requests).mapToObj(i -> ok("{\"id\":7}")).toArray(Step[]::new);
    ScriptedRegistry working = registry(answers);
    given(Map.of("max.retries", "0"), registry().url(), unused(), working.url(), registry().url());

    // when
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> ids =
          IntStream.range(0, requests)
              .mapToObj(i -> threads.submit(() -> client.register("subject-" + i, SCHEMA)))
              .toList();

      // then
      for (Future<Integer> id : ids) {
        assertThat(id.get()).isEqualTo(7);
      }
    }
  }

  /** An address at which nobody listens. */
  private static String unused() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }
}
