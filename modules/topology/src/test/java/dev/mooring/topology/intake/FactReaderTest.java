package dev.mooring.topology.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.EventValidator;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Fingerprint;
import dev.mooring.metrics.oracle.Histories;
import dev.mooring.metrics.oracle.SampleEvents;
import dev.mooring.topology.AvroBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The fast way accepts nothing that the full way would not, and says the same. */
class FactReaderTest {

  private static final int PREFIX = 5;

  private final FactReader reader = new FactReader();
  private final EventBodies bodies = new EventBodies(id -> Optional.of(Event.getClassSchema()));

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.histories();
  }

  @Property(tries = 500)
  void shouldReadTheFactOfEveryPlainEvent(@ForAll("histories") List<Event> events) {
    for (Event event : events) {
      assertThat(read(key(event), AvroBytes.write(1, event)))
          .isEqualTo(Fact.of(event, Fingerprint.of(event)));
    }
  }

  @Test
  void shouldReadNearlyAllOfTheSampleItself() throws IOException {
    List<Event> sample = SampleEvents.all();

    long read =
        sample.stream()
            .filter(event -> read(key(event), AvroBytes.write(1, event)) != null)
            .count();

    assertThat(read).isGreaterThan(sample.size() * 9L / 10);
  }

  @Property(tries = 500)
  void shouldAcceptNoDamagedBodyThatTheFullWayRefuses(
      @ForAll("histories") List<Event> events, @ForAll Random random) throws IOException {
    for (Event event : events) {
      byte[] value = damage(AvroBytes.write(1, event), random);
      Fact fact = read(key(event), value);
      if (fact != null) {
        Event full = bodies.read(bodies.reader(1).orElseThrow(), value, PREFIX);
        assertThat(EventValidator.problems(full)).isEmpty();
        assertThat(EventKey.of(full)).isEqualTo(EventKey.of(event));
        assertThat(fact).isEqualTo(Fact.of(full, Fingerprint.of(full)));
      }
    }
  }

  @Property(tries = 200)
  void shouldLeaveAnotherKeyToTheFullWay(@ForAll("histories") List<Event> events) {
    for (Event event : events) {
      byte[] value = AvroBytes.write(1, event);
      assertThat(read(null, value)).isNull();
      assertThat(read(bytes(EventKey.of(event) + "x"), value)).isNull();
      assertThat(read(bytes("other/" + EventKey.of(event)), value)).isNull();
    }
  }

  private Fact read(byte[] key, byte[] value) {
    return reader.read(key, value, PREFIX);
  }

  /** Small changes mostly leave a body readable: those are the ones that could slip through. */
  private static byte[] damage(byte[] value, Random random) {
    byte[] damaged = value.clone();
    int at = PREFIX + random.nextInt(damaged.length - PREFIX);
    switch (random.nextInt(3)) {
      case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 1 -> damaged[at] += (byte) (random.nextBoolean() ? 1 : -1);
      default -> damaged[at] = (byte) random.nextInt();
    }
    return damaged;
  }

  private static byte[] key(Event event) {
    return bytes(EventKey.of(event));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
