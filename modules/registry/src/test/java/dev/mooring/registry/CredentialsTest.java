package dev.mooring.registry;

import static dev.mooring.registry.ScriptedRegistry.answer;
import static dev.mooring.registry.ScriptedRegistry.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Who asks, and that no secret is told to others. */
class CredentialsTest extends ScriptedClient {

  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

  private void ask(String subject) {
    client.register(subject, SCHEMA);
  }

  @Test
  void shouldTellACloudWhichRegistryIsMeant() throws Exception {
    // given
    given(
        Map.of(
            "bearer.auth.credentials.source", "STATIC_TOKEN",
            "bearer.auth.token", "abc",
            "bearer.auth.logical.cluster", "lsrc-1",
            "bearer.auth.identity.pool.id", "pool-2"),
        ok("{\"id\":7}"));

    // when
    ask("a");

    // then
    assertThat(registry.requests().getFirst().headers())
        .contains("Authorization: Bearer abc\r\n")
        .contains("target-sr-cluster: lsrc-1\r\n")
        .contains("Confluent-Identity-Pool-Id: pool-2\r\n");
  }

  @Test
  void shouldNotShowOneServerThePasswordForAnother() throws Exception {
    // given
    try (ScriptedRegistry first = new ScriptedRegistry()) {
      registry = new ScriptedRegistry(ok("{\"id\":7}"));
      String urls = first.url().replace("//", "//me:hunter2@") + "," + registry.url();
      client = new SchemaRegistryClient(RegistryConfig.from(Map.of(RegistryConfig.URL, urls)));

      // when
      ask("a");

      // then
      assertThat(first.requests().getFirst().headers()).contains("Authorization: Basic ");
      assertThat(registry.requests().getFirst().headers()).doesNotContain("Authorization");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "basic.auth.credentials.source, USER_INFO, basic.auth.user.info, me:hunter2",
    "bearer.auth.credentials.source, STATIC_TOKEN, bearer.auth.token, hunter2",
  })
  void shouldKeepSecretsOutOfMessagesAndLogsThoughAServerEchoesThem(
      String source, String kind, String key, String secret) throws Exception {
    // given: bWU6aHVudGVyMg== is me:hunter2
    String echo = "you sent Basic bWU6aHVudGVyMg==, or hunter2, did you?";
    Map<String, String> settings = Map.of(source, kind, key, secret, "max.retries", "0");
    given(
        settings,
        answer(500, echo),
        answer(401, "{\"message\":\"" + echo + "\"}"),
        answer(200, echo),
        answer(404, echo));
    Logger logger = (Logger) LoggerFactory.getLogger("dev.mooring.registry");
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    logger.addAppender(logged);
    logger.setLevel(Level.TRACE);

    // when, then
    try {
      for (int i = 0; i < 4; i++) {
        assertThatThrownBy(() -> ask("a"))
            .isInstanceOf(RegistryException.class)
            .hasMessageContaining("[hidden]")
            .hasMessageNotContaining("hunter2")
            .hasStackTraceContaining("[hidden]");
      }
    } finally {
      logger.detachAppender(logged);
      logger.setLevel(null);
    }
    assertThat(logged.list).isNotEmpty();
    assertThat(logged.list)
        .allSatisfy(
            event ->
                assertThat(
                        event.getFormattedMessage()
                            + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                    .doesNotContain("hunter2"));
  }

  @Test
  void shouldNotRepeatATokenThatCannotBeOne() throws Exception {
    // given: as of a file with two lines
    given(Map.of());
    Map<String, String> settings =
        Map.of(
            RegistryConfig.URL,
            registry.url(),
            "bearer.auth.credentials.source",
            "STATIC_TOKEN",
            "bearer.auth.token",
            "hunter2\nhunter3");

    // when, then
    assertThatThrownBy(() -> RegistryConfig.from(settings))
        .hasMessageContaining("bearer.auth.token: holds characters that no token has")
        .hasMessageNotContaining("hunter");
  }

  @Test
  void shouldRefuseTwoKindsOfCredentials() throws Exception {
    // given
    given(Map.of());
    Map<String, String> both =
        Map.of(
            RegistryConfig.URL,
            registry.url(),
            "basic.auth.credentials.source",
            "USER_INFO",
            "basic.auth.user.info",
            "me:hunter2",
            "bearer.auth.credentials.source",
            "STATIC_TOKEN",
            "bearer.auth.token",
            "abc");

    // when, then
    assertThatThrownBy(() -> RegistryConfig.from(both))
        .hasMessageContaining("are both set, should be one of them");
  }
}
