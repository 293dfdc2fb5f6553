package dev.mooring.benchmarks.latency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProbeTest {

  @Test
  void shouldKnowTheKeysOfItsRows() {
    // given
    Event event = Probe.event(1207, Instant.EPOCH);

    // then
    assertThat(numberIn(event.getBank())).isEqualTo(1207);
    assertThat(numberIn(EventKey.of(event.getBank(), event.getFirm(), event.getCity())))
        .isEqualTo(1207);
  }

  @Test
  void shouldNotTakeTheRowOfAnotherForItsOwn() {
    assertThat(numberIn("bank-007")).isEqualTo(-1);
    assertThat(numberIn("probe-")).isEqualTo(-1);
    assertThat(numberIn("")).isEqualTo(-1);
  }

  private static int numberIn(String key) {
    return Probe.numberIn(key.getBytes(UTF_8));
  }
}
