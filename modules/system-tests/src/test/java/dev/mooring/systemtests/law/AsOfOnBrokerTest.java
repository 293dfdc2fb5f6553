package dev.mooring.systemtests.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.replay.asof.AsOf;
import dev.mooring.replay.asof.Past;
import dev.mooring.replay.asof.Until;
import dev.mooring.replay.log.Progress;
import dev.mooring.view.ViewConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCluster.class)
class AsOfOnBrokerTest {

  private static final int EVENTS = 2_000;

  private final Instant start = Instant.now().minusSeconds(EVENTS);
  private final List<Event> history = new RandomHistory(41).take(EVENTS);

  @Test
  void shouldFoldWhatWasKnownThenFromSeveralPartitions(Cluster cluster) {
    // given
    publish(cluster);
    Instant reported = history.get(EVENTS / 2).getReportedAt().plusSeconds(40 * 86_400);
    AsOf publicly = AsOf.reported(Until.instant(reported));
    AsOf here = AsOf.recorded(Until.instant(recorded(EVENTS / 3)));

    // when
    var rows =
        new Past(ViewConfig.of(cluster.bootstrapServers(), cluster.registryUrl()))
            .rows(List.of(AsOf.NOW, publicly, here), Progress.NONE);

    // then
    assertRows(rows.get(0), number -> true);
    assertRows(rows.get(1), number -> isPublic(history.get(number), reported));
    assertRows(rows.get(2), number -> !recorded(number).isAfter(recorded(EVENTS / 3)));
  }

  private void publish(Cluster cluster) {
    cluster.publishRecords(
        IntStream.range(0, EVENTS)
            .mapToObj(number -> at(recorded(number), cluster.record(history.get(number))))
            .toList());
    cluster.publish(
        new ProducerRecord<>(Topics.EVENTS.name(), "a/b".getBytes(UTF_8), "none".getBytes(UTF_8)));
  }

  private static ProducerRecord<byte[], byte[]> at(
      Instant time, ProducerRecord<byte[], byte[]> event) {
    return new ProducerRecord<>(
        event.topic(), null, time.toEpochMilli(), event.key(), event.value());
  }

  private void assertRows(
      Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows, IntPredicate known) {
    List<Event> events = IntStream.range(0, EVENTS).filter(known).mapToObj(history::get).toList();
    assertThat(events).isNotEmpty();
    for (TopicSpec topic : RowBodies.TOPICS) {
      assertThat(rows.get(topic)).as(topic.name()).isEqualTo(Oracle.rows(events).of(topic));
    }
  }

  private static boolean isPublic(Event event, Instant by) {
    var start = event.getReportedAt().atOffset(java.time.ZoneOffset.UTC);
    Instant end =
        switch (event.getReportedPrecision()) {
          case DAY -> start.plusDays(1).toInstant();
          case MONTH -> start.plusMonths(1).toInstant();
          default -> event.getReportedAt();
        };
    return !end.isAfter(by);
  }

  /** Timestamps are in no order. */
  private Instant recorded(int number) {
    return start.plusSeconds(number * 7L % EVENTS);
  }
}
