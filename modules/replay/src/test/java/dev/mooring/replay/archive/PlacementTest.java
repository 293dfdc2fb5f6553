package dev.mooring.replay.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PlacementTest {

  private static final Optional<GenericRecord> EVENT = Archives.records(1).getFirst().event();

  @Property
  void shouldPutEventsWhereTheirKeySays(
      @ForAll String key,
      @ForAll @IntRange(min = 1, max = 9) int then,
      @ForAll @IntRange(min = 1, max = 9) int now) {
    int home = BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), then);

    assertThat(new Placement(then, now).of(record(home, Optional.of(key))))
        .hasValue(BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), now));
  }

  @Property
  void shouldMakeNoEventOfARecordThatStoodInAWrongPartition(
      @ForAll String key,
      @ForAll @IntRange(min = 2, max = 9) int then,
      @ForAll @IntRange(min = 1, max = 9) int now) {
    int wrong = (BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), then) + 1) % then;

    var placed = new Placement(then, now).of(record(wrong, Optional.of(key)));

    if (then == now) {
      assertThat(placed).hasValue(wrong);
    } else {
      assertThat(placed).isEmpty();
    }
  }

  @Test
  void shouldFindSomePlaceForARecordWithoutKey() {
    assertThat(new Placement(4, 3).of(record(3, Optional.empty()))).hasValue(0);
  }

  @Test
  void shouldFindSomePlaceForARecordThatIsNoEventAnywhere() {
    ArchivedRecord tombstone =
        new ArchivedRecord(
            1,
            0,
            0,
            List.of(),
            Optional.of(new byte[] {1}),
            Optional.empty(),
            Optional.empty(),
            Optional.of("has no value"));

    assertThat(new Placement(4, 3).of(tombstone)).isPresent();
  }

  private static ArchivedRecord record(int partition, Optional<String> key) {
    return new ArchivedRecord(
        partition,
        0,
        0,
        List.of(),
        key.map(text -> text.getBytes(UTF_8)),
        EVENT,
        Optional.empty(),
        Optional.empty());
  }
}
