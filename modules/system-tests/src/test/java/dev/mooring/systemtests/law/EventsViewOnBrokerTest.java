package dev.mooring.systemtests.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.view.EventQuery;
import dev.mooring.view.EventRecord;
import dev.mooring.view.EventsView;
import dev.mooring.view.KafkaEventsView;
import dev.mooring.view.Rejected;
import dev.mooring.view.RejectedLog;
import dev.mooring.view.ViewConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the views of events and dead letters make of real topics. */
@ExtendWith(SharedCluster.class)
class EventsViewOnBrokerTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void shouldHoldTheEventsAndNothingElseFromTheBeginningAndThenLive(Cluster cluster) {
    // given
    List<Event> history = new RandomHistory(11).take(400);
    cluster.publish(history.subList(0, 300));
    cluster.publish(new ProducerRecord<>(Topics.EVENTS.name(), bytes("a/b"), bytes("no event")));
    cluster.publish(new ProducerRecord<>(Topics.EVENTS.name(), bytes("a/b"), null));
    cluster.publish(wrongKey(cluster, history.get(0)));

    // when
    try (KafkaEventsView view = view(cluster)) {
      await().atMost(SOON).until(() -> view.freshness().caughtUp());

      // then
      assertThat(view.count(EventQuery.ALL)).isEqualTo(300);
      assertThat(view.freshness().trouble()).isEmpty();
      assertLive(cluster, view, history);
    }
  }

  private static void assertLive(Cluster cluster, EventsView view, List<Event> history) {
    // given
    List<EventRecord> told = new CopyOnWriteArrayList<>();
    view.onEvents(told::addAll);

    // when
    cluster.publish(history.subList(300, 400));

    // then
    await().atMost(SOON).until(() -> told.size() == 100);
    await().atMost(SOON).until(() -> view.freshness().lag() == 0);
    assertThat(events(told)).containsExactlyInAnyOrderElementsOf(history.subList(300, 400));
    List<EventRecord> all = view.find(EventQuery.ALL, Optional.empty(), 1_000).events();
    assertThat(events(all)).containsExactlyInAnyOrderElementsOf(history);
    List<EventRecord> latest = all.stream().filter(EventRecord::latest).toList();
    assertThat(Oracle.rows(events(latest)).of(Topics.BANK_METRICS))
        .isEqualTo(Oracle.rows(history).of(Topics.BANK_METRICS));
    assertThat(latest).hasSizeLessThan(400);
  }

  @Test
  void shouldSayWhatIsMissingAndGoOnWhenItIsThere(Cluster cluster) throws Exception {
    // given
    cluster.admin().deleteTopics(List.of(Topics.EVENTS.name())).all().get();
    await()
        .atMost(SOON)
        .until(() -> !cluster.admin().listTopics().names().get().contains(Topics.EVENTS.name()));
    try (KafkaEventsView view = view(cluster)) {
      await()
          .atMost(SOON)
          .until(() -> view.freshness().trouble().orElse("").contains("mooring topics apply"));
      assertThat(view.freshness().trouble().get()).contains(Topics.EVENTS.name());
      assertThat(view.freshness().caughtUp()).isFalse();

      // when
      cluster.reset();
      List<Event> history = new RandomHistory(12).take(20);
      cluster.publish(history);

      // then
      await().atMost(SOON).until(() -> view.count(EventQuery.ALL) == 20);
      await().atMost(SOON).until(() -> view.freshness().trouble().isEmpty());
    }
  }

  @Test
  void shouldHoldTheLatestDeadLettersAndThenThoseThatCome(Cluster cluster) {
    // given
    for (int i = 0; i < 5; i++) {
      cluster.publish(letter(i));
    }

    // when
    try (RejectedLog log = RejectedLog.open(config(cluster), 3, Clock.systemUTC())) {
      await().atMost(SOON).until(() -> log.freshness().caughtUp());

      // then
      assertThat(log.latest()).extracting(Rejected::offset).containsExactly(4L, 3L, 2L);
      List<Rejected> told = new CopyOnWriteArrayList<>();
      log.onRejected(told::addAll);
      cluster.publish(letter(5));
      await().atMost(SOON).until(() -> told.size() == 1);
      assertThat(log.latest()).extracting(Rejected::offset).containsExactly(5L, 4L, 3L);
    }
  }

  private KafkaEventsView view(Cluster cluster) {
    return KafkaEventsView.open(config(cluster), directory, Clock.systemUTC());
  }

  private static ViewConfig config(Cluster cluster) {
    return ViewConfig.of(cluster.bootstrapServers(), cluster.registryUrl());
  }

  private static ProducerRecord<byte[], byte[]> wrongKey(Cluster cluster, Event event) {
    return new ProducerRecord<>(
        Topics.EVENTS.name(), bytes("some/body"), cluster.record(event).value());
  }

  private static ProducerRecord<byte[], byte[]> letter(long offset) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(Topics.REJECTED.name(), 0, bytes("key"), bytes("value"));
    letter.headers().add("mooring.reason", bytes("UNDECODABLE"));
    letter.headers().add("__streams.errors.offset", bytes(Long.toString(offset)));
    return letter;
  }

  private static List<Event> events(Collection<EventRecord> records) {
    return records.stream().map(EventRecord::event).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
