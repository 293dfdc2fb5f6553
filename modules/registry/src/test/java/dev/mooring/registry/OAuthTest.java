package dev.mooring.registry;

import static dev.mooring.registry.ScriptedRegistry.answer;
import static dev.mooring.registry.ScriptedRegistry.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.registry.ScriptedRegistry.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of an issuer, by the grant of client credentials. */
class OAuthTest extends ScriptedClient {

  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);
  private static final String SECRET = "hunter2/äöü";

  private ScriptedRegistry issuer;

  private void givenIssuer(Step... script) throws IOException {
    issuer = new ScriptedRegistry(script);
  }

  private Map<String, String> oauth(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("bearer.auth.credentials.source", "OAUTHBEARER");
    settings.put("bearer.auth.issuer.endpoint.url", issuer.url() + "/token");
    settings.put("bearer.auth.client.id", "moor ing");
    settings.put("bearer.auth.client.secret", SECRET);
    settings.put("max.retries", "0");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static Step token(String token, int seconds) {
    return ok("{\"access_token\":\"" + token + "\",\"expires_in\":" + seconds + "}");
  }

  private void ask(String subject) {
    client.register(subject, SCHEMA);
  }

  private List<String> shown() {
    return registry.requests().stream()
        .map(request -> request.headers().replaceAll("(?s).*Authorization: ([^\r]*).*", "$1"))
        .toList();
  }

  @AfterEach
  void closeIssuer() throws IOException {
    if (issuer != null) {
      issuer.close();
    }
  }

  @Test
  void shouldFetchATokenOnceAndShowIt() throws Exception {
    // given
    givenIssuer(token("one", 3600));
    given(oauth("bearer.auth.scope", "read write"), ok("{\"id\":7}"), ok("{\"id\":8}"));

    // when
    ask("a");
    ask("b");

    // then
    assertThat(shown()).containsExactly("Bearer one", "Bearer one");
    assertThat(issuer.requests()).hasSize(1);
    assertThat(issuer.requests().getFirst().path()).isEqualTo("/token");
    assertThat(issuer.requests().getFirst().body())
        .isEqualTo("grant_type=client_credentials&scope=read+write");
    // base64 of "moor+ing:hunter2%2F%C3%A4%C3%B6%C3%BC", as RFC 6749 has it
    assertThat(issuer.requests().getFirst().headers())
        .contains("Authorization: Basic bW9vcitpbmc6aHVudGVyMiUyRiVDMyVBNCVDMyVCNiVDMyVCQw==");
  }

  @ParameterizedTest
  @CsvSource({"3600, 3299, 3300", "400, 199, 200"})
  void shouldRenewATokenBeforeItsEnd(int life, int still, int due) throws Exception {
    // given
    Instant start = now;
    givenIssuer(token("one", life), token("two", life));
    given(oauth(), ok("{\"id\":7}"), ok("{\"id\":7}"), ok("{\"id\":7}"));

    // when
    ask("a");
    now = start.plusSeconds(still);
    ask("b");
    now = start.plusSeconds(due);
    ask("c");

    // then
    assertThat(shown()).containsExactly("Bearer one", "Bearer one", "Bearer two");
  }

  @Test
  void shouldGoOnWithATokenThatLastsWhileTheIssuerIsAway() throws Exception {
    // given
    Instant start = now;
    givenIssuer(token("one", 3600), answer(503, ""), answer(503, ""), token("two", 3600));
    given(oauth(), ok("{\"id\":7}"), ok("{\"id\":7}"), ok("{\"id\":7}"));
    ask("a");

    // when, then
    now = start.plusSeconds(3599);
    ask("b");
    now = start.plusSeconds(3600);
    assertThatThrownBy(() -> ask("c"))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(issuer.url() + "/token gave none: HTTP 503");
    ask("c");
    assertThat(shown()).containsExactly("Bearer one", "Bearer one", "Bearer two");
  }

  @Test
  void shouldFetchAnotherTokenWhenOneIsRefused() throws Exception {
    // given: of no known end, so it is good until it is refused
    givenIssuer(ok("{\"access_token\":\"one\"}"), ok("{\"access_token\":\"two\"}"));
    given(oauth(), ok("{\"id\":7}"), answer(401, ""), ok("{\"id\":8}"));
    ask("a");

    // when
    now = now.plus(Duration.ofDays(365));
    ask("b");

    // then
    assertThat(shown()).containsExactly("Bearer one", "Bearer one", "Bearer two");
  }

  @Test
  void shouldGiveUpWhenTheNewTokenIsRefusedToo() throws Exception {
    // given
    givenIssuer(token("one", 3600), token("two", 3600));
    given(oauth(), answer(401, ""), answer(401, "{\"message\":\"not you\"}"));

    // when, then
    assertThatThrownBy(() -> ask("a"))
        .isInstanceOf(RegistryAccessException.class)
        .hasMessageContaining("not you")
        .hasMessageContaining("bearer.auth.credentials.source");
    assertThat(registry.requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400, '{\"error\":\"invalid_scope\"}', 'HTTP 400, invalid_scope'",
    "401, '{\"error\":\"invalid_client\"}', 'HTTP 401, invalid_client'",
    "200, '<html>', 'HTTP 200, no usable access_token'",
    "200, '{\"access_token\":\"hunter2 hunter3\"}', 'HTTP 200, no usable access_token'",
    "200, '{}', 'HTTP 200, no usable access_token'"
  })
  void shouldTellWhyTheIssuerRefuses(int status, String body, String told) throws Exception {
    // given
    givenIssuer(answer(status, body));
    given(oauth());

    // when, then
    assertThatThrownBy(() -> ask("a"))
        .isInstanceOf(RegistryAccessException.class)
        .hasMessageContaining(issuer.url() + "/token gave none: " + told)
        .hasMessageContaining("bearer.auth.client.secret")
        .hasMessageNotContaining("hunter2");
    assertThat(registry.requests()).isEmpty();
  }

  @Test
  void shouldPrintNoSecret() throws Exception {
    // given
    givenIssuer();
    given(oauth("schema.registry.ssl.key.password", "hunter3"));
    Map<String, String> settings = oauth("schema.registry.ssl.key.password", "hunter3");
    settings.put(RegistryConfig.URL, "http://me:hunter4@a");

    // when, then
    assertThat(RegistryConfig.from(settings).toString()).doesNotContain("hunter");
  }
}
