package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  private static final TopologyStatus RESTORES =
      new TopologyStatus("REBALANCING", 7, Optional.of(Duration.ZERO))
          .here(new LocalTopology("REBALANCING", Optional.of("restoring 3 partitions of state")));

  @Test
  void shouldBeAliveAndNotReadyWhileTheTopologyRestores() {
    try (ServerFixture fixture = new ServerFixture()) {
      // given
      fixture.topology = RESTORES;

      // when
      HttpResponse<String> ready = fixture.get("/health/ready");

      // then
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("the topology: restoring 3 partitions of state");
      assertThat(fixture.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(fixture.get("/metrics").body()).contains("mooring_topology_ready 0.0");
      assertThat(fixture.get("/api/v1/status").body())
          .contains("\"unready\":\"restoring 3 partitions of state\"");
    }
  }

  @Test
  void shouldBeReadyAgainWhenItRuns() {
    try (ServerFixture fixture = new ServerFixture()) {
      // given
      fixture.topology = RESTORES.here(new LocalTopology("RUNNING", Optional.empty()));

      // then
      assertThat(fixture.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(fixture.get("/metrics").body()).contains("mooring_topology_ready 1.0");
    }
  }
}
