package dev.mooring.metrics;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static dev.mooring.metrics.oracle.EventBuilder.sameAs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Event;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Event EVENT = event().pair("za-bank", "osl").note("a note").build();

  @Test
  void shouldTellContentsApart() {
    assertThat(Fingerprint.of(sameAs(EVENT).note("another").build()))
        .isNotEqualTo(Fingerprint.of(EVENT));
  }

  /** A field that is appended to the schema, and absent, is one byte more. */
  @Test
  void shouldNotChangeWhenAnAbsentFieldIsAppended() {
    byte[] body = {2, 4, 'a', 'b'};
    byte[] appended = ByteBuffer.allocate(6).put(body).array();

    assertThat(Fingerprint.of(appended, 0, 6)).isEqualTo(Fingerprint.of(body, 0, 4));
  }
}
