package dev.mooring.registry;

import static dev.mooring.registry.ScriptedRegistry.answer;
import static dev.mooring.registry.ScriptedRegistry.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.registry.ScriptedRegistry.Request;
import dev.mooring.registry.ScriptedRegistry.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRegistryClientTest {

  private static final Schema SCHEMA =
      new Schema.Parser()
          .parse("{\"type\":\"record\",\"name\":\"Note\",\"namespace\":\"a\",\"fields\":[]}");

  private final List<Duration> waits = new ArrayList<>();
  private ScriptedRegistry registry;
  private SchemaRegistryClient client;

  private void given(Step... script) throws IOException {
    given(Map.of(), script);
  }

  private void given(Map<String, String> settings, Step... script) throws IOException {
    registry = new ScriptedRegistry(script);
    Map<String, String> all = new HashMap<>(Map.of(RegistryConfig.URL, registry.url()));
    all.putAll(settings);
    client =
        new SchemaRegistryClient(
            RegistryConfig.from(all), new Random(7), waits::add, InstantSource.system());
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    registry.close();
  }

  @Test
  void shouldAskOnceForWhatItKnows() throws Exception {
    // given
    given(ok("{\"id\":7}"), ok("{\"schema\":\"\\\"string\\\"\"}"));

    // when
    int first = client.register("topic-value", SCHEMA);
    int second = client.register("topic-value", new Schema.Parser().parse(SCHEMA.toString()));
    Schema string = client.schemaById(8);

    // then
    assertThat(first).isEqualTo(7).isEqualTo(second);
    assertThat(client.schemaById(8)).isSameAs(string);
    assertThat(string).isEqualTo(Schema.create(Schema.Type.STRING));
    assertThat(registry.requests()).hasSize(2);
  }

  @Test
  void shouldSpeakTheProtocol() throws Exception {
    // given
    given(ok("{\"id\":7}"), ok("{\"id\":7}"), ok("{\"compatibility\":\"FULL_TRANSITIVE\"}"));

    // when
    client.register("a topic/ä-value", SCHEMA);
    client.lookup("t-value", SCHEMA);
    client.setCompatibility("t-value", CompatibilityLevel.FULL_TRANSITIVE);

    // then
    assertThat(registry.requests())
        .extracting(Request::method, Request::path)
        .map(Object::toString)
        .containsExactly(
            "(\"POST\", \"/subjects/a%20topic%2F%C3%A4-value/versions\")",
            "(\"POST\", \"/subjects/t-value\")", "(\"PUT\", \"/config/t-value\")");
    assertThat(registry.requests().getFirst().headers())
        .contains("Content-Type: application/vnd.schemaregistry.v1+json");
    assertThat(registry.requests().getFirst().body())
        .startsWith("{\"schema\":\"{\\\"type\\\":\\\"record\\\"")
        .endsWith("\"schemaType\":\"AVRO\"}");
    assertThat(registry.requests().getLast().body())
        .isEqualTo("{\"compatibility\":\"FULL_TRANSITIVE\"}");
  }

  @Test
  void shouldDeleteASubjectForGoodAndForgetIt() throws Exception {
    // given
    given(ok("{\"id\":7}"), ok("[1]"), ok("[1]"), ok("{\"id\":8}"));
    client.register("a/t-value", SCHEMA);

    // when
    client.deleteSubject("a/t-value");

    // then
    assertThat(client.register("a/t-value", SCHEMA)).isEqualTo(8);
    assertThat(registry.requests().subList(1, 3))
        .extracting(Request::method, Request::path)
        .map(Object::toString)
        .containsExactly(
            "(\"DELETE\", \"/subjects/a%2Ft-value\")",
            "(\"DELETE\", \"/subjects/a%2Ft-value?permanent=true\")");
  }

  @Test
  void shouldFinishADeletionThatWasBegun() throws Exception {
    // given a subject that was deleted, but not for good
    given(answer(404, "{\"error_code\":40404,\"message\":\"soft deleted\"}"), ok("[1]"));

    // when
    client.deleteSubject("t-value");

    // then
    assertThat(registry.requests()).hasSize(2);
  }

  @Test
  void shouldHaveNothingToDeleteOfAMissingSubject() throws Exception {
    // given
    given(
        answer(404, "{\"error_code\":40401,\"message\":\"none\"}"),
        answer(404, "{\"error_code\":40401,\"message\":\"none\"}"));

    // when, then
    assertThatCode(() -> client.deleteSubject("t-value")).doesNotThrowAnyException();
  }

  @Test
  void shouldSayWhyASubjectCannotBeDeleted() throws Exception {
    // given
    given(answer(403, "{\"error_code\":40301,\"message\":\"not you\"}"));

    // when, then
    assertThatThrownBy(() -> client.deleteSubject("t-value"))
        .isInstanceOf(RegistryAccessException.class)
        .hasMessageContaining("delete subject t-value")
        .hasMessageContaining("not you");
  }

  @Test
  void shouldSetCompatibilityThatSomebodyElseSetsAtTheSameTime() throws Exception {
    // given
    given(
        answer(409, "{\"error_code\":409,\"message\":\"A rule already exists.\"}"),
        ok("{\"compatibility\":\"FULL_TRANSITIVE\"}"));

    // when
    client.setCompatibility("t-value", CompatibilityLevel.FULL_TRANSITIVE);

    // then
    assertThat(registry.requests()).hasSize(2);
  }

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

  @Test
  void shouldGoOnToTheNextUrlAndStayThere() throws Exception {
    // given
    try (ScriptedRegistry broken = new ScriptedRegistry()) {
      given(ok("{\"id\":7}"), ok("{\"id\":8}"));
      client.close();
      String urls = broken.url() + ", " + registry.url() + "/";
      client =
          new SchemaRegistryClient(
              RegistryConfig.from(Map.of(RegistryConfig.URL, urls)),
              new Random(7),
              waits::add,
              InstantSource.system());

      // when
      int first = client.register("a-value", SCHEMA);
      int second = client.register("b-value", SCHEMA);

      // then
      assertThat(List.of(first, second)).containsExactly(7, 8);
      assertThat(broken.requests()).hasSize(1);
      assertThat(waits).isEmpty();
    }
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
  void shouldReadTheSchemasThatASchemaRefersTo() throws Exception {
    // given
    given(
        ok(
            "{\"schema\":\"{\\\"type\\\":\\\"array\\\",\\\"items\\\":\\\"a.Note\\\"}\","
                + "\"references\":[{\"name\":\"a.Note\",\"subject\":\"note\",\"version\":3}]}"),
        ok("{\"schema\":\"" + SCHEMA.toString().replace("\"", "\\\"") + "\"}"));

    // when
    Schema schema = client.schemaById(8);

    // then
    assertThat(schema).isEqualTo(Schema.createArray(SCHEMA));
    assertThat(registry.requests().getLast().path()).isEqualTo("/subjects/note/versions/3");
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

  @Test
  void shouldTellWhyASchemaWouldBeRefused() throws Exception {
    // given
    given(
        ok("{\"is_compatible\":false,\"messages\":[\"field x has no default\"]}"),
        ok("{\"is_compatible\":true}"),
        answer(404, "{\"error_code\":40401,\"message\":\"no subject\"}"));

    // when, then
    assertThat(client.incompatibilities("t-value", SCHEMA))
        .containsExactly("field x has no default");
    assertThat(client.incompatibilities("t-value", SCHEMA)).isEmpty();
    assertThat(client.incompatibilities("t-value", SCHEMA)).isEmpty();
  }

  @Test
  void shouldTellTheCompatibilityOfASubject() throws Exception {
    // given
    given(
        ok("{\"compatibilityLevel\":\"BACKWARD\"}"),
        answer(404, "{\"error_code\":40408,\"message\":\"not set\"}"));

    // when, then
    assertThat(client.compatibility("t-value")).contains(CompatibilityLevel.BACKWARD);
    assertThat(client.compatibility("t-value")).isEmpty();
  }
}
