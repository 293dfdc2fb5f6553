package dev.mooring.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.codec.EventReading.Unreadable;
import dev.mooring.contract.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FuzzTest {

  @Property(tries = 500)
  void shouldThrowNothingOnRandomBytes(@ForAll byte[] bytes) {
    assertExplained(Readings.all(EventReaders::jsonLines, bytes));
    assertExplained(Readings.all(EventReaders::csv, bytes));
    assertExplained(Readings.all(EventReaders::detect, bytes));
  }

  @Property(tries = 300)
  void shouldThrowNothingOnASpoiltLine(@ForAll("events") Event event, @ForAll Random random) {
    String json = EventJson.write(event);
    String csv = EventCsv.header() + "\n" + EventCsv.write(event);

    assertExplained(Readings.all(EventReaders::jsonLines, spoil(json, random)));
    assertExplained(
        Readings.all(EventReaders::jsonLines, spoil("[" + json + "," + json + "]", random)));
    assertExplained(Readings.all(EventReaders::csv, spoil(csv, random)));
  }

  @Property(tries = 200)
  void shouldTellOfATruncatedLine(@ForAll("events") Event event, @ForAll Random random) {
    String json = EventJson.write(event);

    List<EventReading> readings =
        Readings.json(json.substring(0, 1 + random.nextInt(json.length() - 1)));

    assertThat(readings).hasSize(1).allMatch(Unreadable.class::isInstance);
  }

  @Provide
  Arbitrary<Event> events() {
    return ValidEvents.any();
  }

  private static void assertExplained(List<EventReading> readings) {
    for (EventReading reading : readings) {
      assertThat(reading.line()).isPositive();
      if (reading instanceof Unreadable unreadable) {
        assertThat(unreadable.problems()).isNotEmpty();
      }
    }
  }

  private static byte[] spoil(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String odd = "\"{}[],:\\\n\r\0\t u-1é";
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) odd.charAt(random.nextInt(odd.length()));
    }
    return bytes;
  }
}
