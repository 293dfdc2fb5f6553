package dev.mooring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyConfigTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "processing.guarantee",
        "ensure.explicit.internal.resource.naming",
        "application.id",
        "state.dir",
        "bootstrap.servers",
        "statestore.cache.max.bytes",
        "deserialization.exception.handler",
        "consumer.isolation.level",
        "main.consumer.group.id",
        "producer.acks",
        "admin.bootstrap.servers"
      })
  void shouldRefuseSettingsOnWhichItsGuaranteesRest(String key) {
    assertThatThrownBy(() -> config(Map.of(key, "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("kafka: " + key + " is set, should be left out: ");
  }

  @Test
  void shouldPassOtherSettingsOnAndLetThemWin() {
    TopologyConfig config = config(Map.of("security.protocol", "SSL", "producer.linger.ms", "20"));

    assertThat(StreamsSettings.of(config, "i"))
        .containsEntry("security.protocol", "SSL")
        .containsEntry("producer.linger.ms", "20")
        .containsEntry("processing.guarantee", "exactly_once_v2");
  }

  @Test
  void shouldCheckTheClusterByTheSameRoadAsTheTopologyTakes() {
    TopologyConfig config =
        config(
            Map.of(
                "security.protocol",
                "SSL",
                "ssl.truststore.location",
                "/trust.jks",
                "admin.request.timeout.ms",
                "1234",
                "producer.linger.ms",
                "20"));

    assertThat(StreamsClients.admin(config))
        .containsEntry("bootstrap.servers", "kafka-1:9093")
        .containsEntry("security.protocol", "SSL")
        .containsEntry("ssl.truststore.location", "/trust.jks")
        .containsEntry("request.timeout.ms", "1234")
        .doesNotContainKey("linger.ms");
  }

  private static TopologyConfig config(Map<String, String> kafka) {
    return new TopologyConfig(
        "kafka-1:9093",
        "mooring",
        4,
        Path.of("state"),
        1,
        Duration.ofMillis(100),
        "dev.mooring.registry.AvroSerializer",
        Map.of("schema.registry.url", "http://registry:8081"),
        kafka);
  }
}
