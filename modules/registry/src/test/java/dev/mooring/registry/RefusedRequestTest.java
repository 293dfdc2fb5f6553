package dev.mooring.registry;

import static dev.mooring.registry.ScriptedRegistry.answer;
import static dev.mooring.registry.ScriptedRegistry.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.registry.ScriptedRegistry.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are refusals, wrong, or none at all. */
class RefusedRequestTest extends ScriptedClient {

  private static final Schema SCHEMA =
      new Schema.Parser()
          .parse("{\"type\":\"record\",\"name\":\"Note\",\"namespace\":\"a\",\"fields\":[]}");

  static List<Step> passingTroubles() {
    return List.of(
        answer(500, "{\"error_code\":50001,\"message\":\"store\"}"),
        answer(503, "<html>busy</html>"),
        answer(429, ""),
        answer(408, ""),
        new Step.HalfAnswer("{\"id\":7}"),
        new Step.ClosedSocket());
  }

  @ParameterizedTest
  @MethodSource("passingTroubles")
  void shouldTryAgainAfterATroubleThatMayPass(Step trouble) throws Exception {
    // given
    given(trouble, ok("{\"id\":7}"));

    // when
    int id = client.register("t-value", SCHEMA);

    // then
    assertThat(id).isEqualTo(7);
    assertThat(waits).hasSize(1);
  }

  @Test
  void shouldTryAgainWhenTheAnswerStalls() throws Exception {
    // given
    given(
        Map.of("http.read.timeout.ms", "200", "max.retries", "0"),
        new Step.StalledAnswer("{\"id\":7}"));

    // when, then
    assertThatThrownBy(() -> client.register("t-value", SCHEMA))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("no whole answer within 200 ms");
  }

  @Test
  void shouldWaitLongerEachTimeAndThenGiveUp() throws Exception {
    // given
    given(Map.of("retries.wait.ms", "100", "retries.max.wait.ms", "250"));

    // when, then
    assertThatThrownBy(() -> client.schemaById(8))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(registry.url())
        .hasMessageContaining("find the schema of id 8")
        .hasMessageContaining("tried 4 times: " + registry.url() + ": HTTP 500 end of the script")
        .hasMessageContaining("schema.registry.url");
    assertThat(waits).hasSize(3);
    assertThat(waits.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    assertThat(waits.get(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(waits.get(2)).isBetween(Duration.ofMillis(125), Duration.ofMillis(250));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error_code\":40901,\"message\":\"no\"}",
        "{\"error_code\":409,\"message\":\"no\"}"
      })
  void shouldNameTheSubjectOfAnIncompatibleSchema(String body) throws Exception {
    // given
    given(answer(409, body));

    // when, then
    assertThatThrownBy(() -> client.register("t-value", SCHEMA))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining(registry.url())
        .hasMessageContaining("register schema a.Note under subject t-value")
        .hasMessageContaining("only append fields with defaults");
    assertThat(registry.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {40401, 40402, 40403})
  void shouldTellThatASchemaIsNotThere(int code) throws Exception {
    // given
    given(answer(404, "{\"error_code\":" + code + ",\"message\":\"not found\"}"));

    // when, then
    assertThatThrownBy(() -> client.lookup("t-value", SCHEMA))
        .isInstanceOf(SchemaNotFoundException.class)
        .hasMessageContaining("t-value")
        .hasMessageContaining("not found (" + code + ")");
  }

  @Test
  void shouldNotTakeAWrongAddressForAMissingSchema() throws Exception {
    // given
    given(answer(404, "<html>no such page</html>"));

    // when, then
    assertThatThrownBy(() -> client.schemaById(8))
        .isInstanceOf(RegistryProtocolException.class)
        .hasMessageContaining("HTTP 404, <html>no such page</html>")
        .hasMessageContaining("schema.registry.url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>hello</html>", "", "{\"id\":", "{\"identity\":7}", "{\"id\":\"seven\"}"})
  void shouldRefuseAnAnswerThatIsNone(String body) throws Exception {
    // given
    given(ok(body));

    // when, then
    assertThatThrownBy(() -> client.register("t-value", SCHEMA))
        .isInstanceOf(RegistryProtocolException.class)
        .hasMessageContaining("t-value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax\"}",
        "{\"schema\":\"{\\\"type\\\":\\\"nothing\\\"}\"}",
        "{}"
      })
  void shouldNotFindASchemaThatIsNotAvro(String body) throws Exception {
    // given
    given(ok(body));

    // when, then
    assertThatThrownBy(() -> client.schemaById(8))
        .isInstanceOf(SchemaNotFoundException.class)
        .hasMessageContaining("id 8");
  }

  @Test
  void shouldSendCredentialsAndSayWhenTheyAreRefused() throws Exception {
    // given
    given(
        Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "me:secret"),
        answer(401, "{\"error_code\":40101,\"message\":\"Unauthorized\"}"));

    // when, then
    assertThatThrownBy(() -> client.lookup("t-value", SCHEMA))
        .isInstanceOf(RegistryAccessException.class)
        .hasMessageContaining("HTTP 401, Unauthorized")
        .hasMessageContaining("basic.auth.user.info")
        .hasMessageNotContaining("secret");
    assertThat(registry.requests().getFirst().headers())
        .contains("Authorization: Basic bWU6c2VjcmV0");
  }
}
