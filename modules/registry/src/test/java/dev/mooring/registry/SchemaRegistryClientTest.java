package dev.mooring.registry;

import static dev.mooring.registry.ScriptedRegistry.answer;
import static dev.mooring.registry.ScriptedRegistry.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.registry.ScriptedRegistry.Request;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What is asked, and what is made of the answers. */
class SchemaRegistryClientTest extends ScriptedClient {

  private static final Schema SCHEMA =
      new Schema.Parser()
          .parse("{\"type\":\"record\",\"name\":\"Note\",\"namespace\":\"a\",\"fields\":[]}");

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
