package dev.mooring.topology.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.oracle.Histories;
import dev.mooring.registry.SchemaHeader;
import dev.mooring.topology.AvroBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Every record gets an answer, or one of them would stop the topology again and again. */
class IntakeTest {

  private static final int PREFIX = 5;
  private static final int PARTITIONS = 4;
  private static final long NOW = 1_700_000_000_000L;

  private final Intake intake = new Intake(id -> Optional.of(Event.getClassSchema()), PARTITIONS);

  @Provide
  Arbitrary<List<Event>> histories() {
    return Histories.histories();
  }

  @Property(tries = 300)
  void shouldAnswerWhateverARecordHolds(
      @ForAll("histories") List<Event> events, @ForAll Random random) throws IOException {
    for (Event event : events) {
      byte[] key = EventKey.of(event).getBytes(StandardCharsets.UTF_8);
      byte[] value = withNumberInside(AvroBytes.write(1, event), random);
      assertThatCode(() -> assertThat(intake.examine(key, value, 0, NOW)).isNotNull())
          .as(HexFormat.of().formatHex(value))
          .doesNotThrowAnyException();
    }
  }

  @Property(tries = 100)
  void shouldSeeTheSameWhereverTheSchemaIsNamed(@ForAll("histories") List<Event> events) {
    // given
    Headers headers = new RecordHeaders().add(SchemaHeader.VALUE, new byte[] {0, 0, 0, 0, 1});

    for (Event event : events) {
      byte[] key = EventKey.of(event).getBytes(StandardCharsets.UTF_8);
      for (int partition = 0; partition < PARTITIONS; partition++) {
        // when
        Examined inside = intake.examine(key, AvroBytes.write(1, event), partition, NOW);
        Examined beside = intake.examine(headers, key, AvroBytes.bare(event), partition, NOW);

        // then
        assertThat(beside).isEqualTo(inside);
      }
    }
  }

  /** Any number, as Avro writes it: what it hits is a length, a choice, a date, or text. */
  private static byte[] withNumberInside(byte[] value, Random random) throws IOException {
    int at = PREFIX + random.nextInt(value.length - PREFIX);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(value, 0, at);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    encoder.writeLong(random.nextLong() >> random.nextInt(Long.SIZE));
    out.write(value, at + 1, value.length - at - 1);
    return out.toByteArray();
  }
}
