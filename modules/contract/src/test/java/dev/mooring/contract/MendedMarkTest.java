package dev.mooring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MendedMarkTest {

  private static final MendedMark MARK =
      new MendedMark(
          new LogPlace(Topics.REJECTED.name(), 1, 5_000_000_000L),
          new LogPlace(Topics.EVENTS.name(), 3, 17),
          "0d4f9f7e-5f0c-4f0e-9a55-0f6a3c1c0b11",
          new LogPlace(Topics.EVENTS.name(), 2, 40),
          Instant.parse("2024-06-01T10:00:00.123Z"));

  @Test
  void shouldReadWhatItWrote() {
    assertThat(read(MARK.headers())).hasValue(MARK);
  }

  @Test
  void shouldTakeNothingElseForAMark() {
    for (String name : MARK.headers().keySet()) {
      Map<String, String> headers = new HashMap<>(MARK.headers());
      headers.remove(name);
      assertThat(read(headers)).as("without %s", name).isEmpty();
      if (!name.equals("mooring.mended.id")) {
        headers.put(name, "-1");
        assertThat(read(headers)).as("%s is -1", name).isEmpty();
      }
    }
  }

  @Test
  void shouldTellPlacesAsText() {
    assertThat(LogPlace.parse("mooring.events.v1:3:17")).hasValue(MARK.origin());
    assertThat(LogPlace.parse(Topics.EVENTS.name(), "3:17")).hasValue(MARK.origin());
    assertThat(MARK.origin().within()).isEqualTo("3:17");
    assertThat(LogPlace.parse(Topics.EVENTS.name(), "3")).isEmpty();
    assertThat(LogPlace.parse(Topics.EVENTS.name(), "3:99999999999999999999")).isEmpty();
    assertThat(LogPlace.parse("3:17")).isEmpty();
  }

  private static Optional<MendedMark> read(Map<String, String> headers) {
    return MendedMark.read(name -> Optional.ofNullable(headers.get(name)));
  }
}
