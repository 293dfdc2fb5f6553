package dev.mooring.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryConfigTest {

  private static final String URL = "http://127.0.0.1:8081";

  @Test
  void shouldReadTheKeysOfConfluent() {
    // when
    RegistryConfig config =
        RegistryConfig.from(
            Map.of(
                "schema.registry.url", "http://a:8081/apis/ccompat/v7/ , https://b",
                "max.retries", "5",
                "retries.wait.ms", 10,
                "http.read.timeout.ms", "1500",
                "bootstrap.servers", "of somebody else"));

    // then
    assertThat(config.urls())
        .containsExactly(URI.create("http://a:8081/apis/ccompat/v7"), URI.create("https://b"));
    assertThat(config.maxRetries()).isEqualTo(5);
    assertThat(config.retryWait()).isEqualTo(Duration.ofMillis(10));
    assertThat(config.readTimeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(config.credentials()).isEqualTo(new Credentials.Anonymous());
  }

  @Test
  void shouldTakeCredentialsFromTheUrlAndShowThemNowhere() {
    // when
    RegistryConfig config =
        RegistryConfig.from(
            Map.of(
                "schema.registry.url", "http://me:hunter2@127.0.0.1:8081",
                "schema.registry.ssl.key.password", "hunter3"));

    // then
    assertThat(config.credentials())
        .isEqualTo(new Credentials.Basic(Map.of(URI.create(URL), new Password("me:hunter2"))));
    assertThat(config.urls()).containsExactly(URI.create(URL));
    assertThat(config.toString()).doesNotContain("hunter").doesNotContain("bWU6aHVudGVyMg");
  }

  @Test
  void shouldTakeABearerToken() {
    // when
    RegistryConfig config =
        RegistryConfig.from(
            Map.of(
                "schema.registry.url",
                URL,
                "bearer.auth.credentials.source",
                "STATIC_TOKEN",
                "bearer.auth.token",
                new Password("abc")));

    // then
    assertThat(config.credentials()).isEqualTo(new Credentials.Token(new Password("abc")));
  }

  @ParameterizedTest
  @CsvSource({
    "max.retries, -1, max.retries",
    "max.retries, many, max.retries",
    "schema.registry.url, localhost, schema.registry.url",
    "schema.registry.url, ftp://localhost, schema.registry.url",
    "basic.auth.credentials.source, SASL_INHERIT, should be USER_INFO or URL",
    "basic.auth.credentials.source, USER_INFO, basic.auth.user.info",
    "bearer.auth.credentials.source, OAUTHBEARER, bearer.auth.issuer.endpoint.url",
    "bearer.auth.credentials.source, SASL_OAUTHBEARER_INHERIT, should be STATIC_TOKEN or"
        + " OAUTHBEARER",
    "bearer.auth.credentials.source, CUSTOM, should be STATIC_TOKEN or OAUTHBEARER",
  })
  void shouldNameTheKeyThatIsWrong(String key, String value, String named) {
    // given
    Map<String, String> settings = new java.util.HashMap<>(Map.of("schema.registry.url", URL));
    settings.put(key, value);

    // when, then
    assertThatThrownBy(() -> RegistryConfig.from(settings))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(named);
  }

  @Test
  void shouldNameTheUrlWhenItIsMissing() {
    assertThatThrownBy(() -> RegistryConfig.from(Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.url");
  }
}
