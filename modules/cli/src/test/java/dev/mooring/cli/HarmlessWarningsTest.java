package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarmlessWarningsTest {

  private static final String KAFKA = "org.apache.kafka.";

  private final HarmlessWarnings filter = new HarmlessWarnings();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WARN | controller.QuorumController | [id=1] Performing controller activation. The log is"
            + " empty.",
        "WARN | streams.StreamsConfig | Processing exception handler is not enabled for the"
            + " GlobalThread. It's",
        "WARN | clients.NetworkClient | [a] The metadata response from the cluster reported a"
            + " recoverable issue with correlation id 2 :"
            + " {m-differences-repartition=UNKNOWN_TOPIC_OR_PARTITION,"
            + " m-withdrawals-repartition=LEADER_NOT_AVAILABLE}",
        "WARN | clients.NetworkClient | [a] Attempting to close NetworkClient that has already been"
            + " closed."
      })
  void shouldKeepOutWhatIsSaidInGoodOrder(String level, String logger, String message) {
    assertThat(filter.decide(event(level, logger, message))).isEqualTo(FilterReply.DENY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ERROR | controller.QuorumController | [id=1] Performing controller activation.",
        "WARN | controller.QuorumController | [id=1] Renouncing the leadership.",
        "WARN | streams.StreamsConfig | These configurations were supplied but are not used yet.",
        "WARN | clients.NetworkClient | Connection to node 1 could not be established.",
        "WARN | clients.NetworkClient | [a] The metadata response from the cluster reported a"
            + " recoverable issue with correlation id 2 :"
            + " {mooring.events.v1=UNKNOWN_TOPIC_OR_PARTITION,"
            + " m-withdrawals-repartition=LEADER_NOT_AVAILABLE}",
        "WARN | clients.Metadata | Attempting to close NetworkClient that has already been closed."
      })
  void shouldLetEverythingElsePass(String level, String logger, String message) {
    assertThat(filter.decide(event(level, logger, message))).isEqualTo(FilterReply.NEUTRAL);
  }

  private static LoggingEvent event(String level, String logger, String message) {
    Logger source = new LoggerContext().getLogger(KAFKA + logger);
    return new LoggingEvent("", source, Level.valueOf(level), message, null, null);
  }
}
