package dev.mooring.registry;

import static dev.mooring.registry.ScriptedRegistry.answer;
import static dev.mooring.registry.ScriptedRegistry.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.registry.ScriptedRegistry.Step;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectRegistrationTest extends ScriptedClient {

  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);
  private static final Step NONE_SET = ok("{\"compatibilityLevel\":\"BACKWARD\"}");
  private static final Step ID = ok("{\"id\":7}");

  private SubjectRegistration registration(Map<String, ?> settings, Step... script)
      throws IOException {
    given(script);
    return new SubjectRegistration(client, settings);
  }

  @Test
  void shouldGuardASubjectBeforeItRegisters() throws Exception {
    // given
    SubjectRegistration registration =
        registration(Map.of(), NONE_SET, ok("{\"compatibility\":\"FULL_TRANSITIVE\"}"), ID);

    // when
    int id = registration.ensure("t-value", SCHEMA);

    // then
    assertThat(id).isEqualTo(7);
    assertThat(asked())
        .containsExactly(
            "GET /config/t-value?defaultToGlobal=true",
            "PUT /config/t-value",
            "POST /subjects/t-value/versions");
  }

  @Test
  void shouldRegisterWhereItMayNotSetTheCompatibility() throws Exception {
    // given
    SubjectRegistration registration =
        registration(
            Map.of(), NONE_SET, answer(403, "{\"error_code\":40301,\"message\":\"not you\"}"), ID);

    // then
    assertThat(registration.ensure("t-value", SCHEMA)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "False", " false "})
  void shouldOnlyLookUpWhenToldSo(String told) throws Exception {
    // given
    SubjectRegistration registration =
        registration(
            Map.of("auto.register.schemas", told),
            answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}"),
            ID);

    // then
    assertThatThrownBy(() -> registration.ensure("t-value", SCHEMA))
        .isInstanceOf(SchemaNotFoundException.class)
        .hasMessageContaining("subject t-value");
    assertThat(registration.ensure("t-value", SCHEMA)).isEqualTo(7);
    assertThat(asked()).containsExactly("POST /subjects/t-value", "POST /subjects/t-value");
  }

  @Test
  void shouldNotGuessWhatASettingMeans() {
    assertThatThrownBy(() -> SubjectRegistration.isAllowed(Map.of("auto.register.schemas", "no")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("auto.register.schemas");
  }

  private List<String> asked() {
    return registry.requests().stream()
        .map(request -> request.method() + " " + request.path())
        .toList();
  }
}
