package dev.mooring.publisher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.publisher.PublisherConfig.UnknownCities;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublisherConfigTest {

  @Test
  void shouldNameWhatIsMissingOrWrong() {
    assertThatThrownBy(() -> config(Map.of(), Map.of("schema.registry.url", "http://r"), 1))
        .hasMessage("bootstrap.servers: is missing");
    assertThatThrownBy(() -> config(Map.of("bootstrap.servers", "b:1"), Map.of(), 1))
        .hasMessage("schema.registry.url: is missing");
    assertThatThrownBy(
            () ->
                config(
                    Map.of("bootstrap.servers", "b:1"),
                    Map.of("schema.registry.url", "http://r"),
                    0))
        .hasMessage("maxInFlight: 0, should be at least 1");
  }

  private static PublisherConfig config(
      Map<String, Object> producer, Map<String, Object> registry, int maxInFlight) {
    return new PublisherConfig(producer, registry, "urn:test", UnknownCities.REFUSE, maxInFlight);
  }
}
