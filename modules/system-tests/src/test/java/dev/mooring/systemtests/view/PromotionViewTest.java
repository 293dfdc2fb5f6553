package dev.mooring.systemtests.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Headers;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.reference.Bank;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.contract.row.LaneRow;
import dev.mooring.view.Changes;
import dev.mooring.view.KafkaView;
import dev.mooring.view.Position;
import dev.mooring.view.Snapshot;
import dev.mooring.view.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A promotion shows as one step, in whatever order its partitions come to be read. */
@ExtendWith(SharedViewCluster.class)
class PromotionViewTest {

  private static final int ROWS = 50;

  private ViewCluster cluster;
  private KafkaView view;

  @BeforeEach
  void open(ViewCluster shared) throws Exception {
    cluster = shared;
    cluster.clear(ViewCluster.TOPICS);
    putAll("old", null);
    cluster.flushed();
    view = cluster.view();
    assertThat(view.awaitCaughtUp(ViewCluster.LONG)).isTrue();
  }

  @AfterEach
  void close() {
    view.close();
  }

  @Test
  void shouldShowAPromotionAsOneStep() throws Exception {
    Set<Set<String>> seen = ConcurrentHashMap.newKeySet();
    List<Changes> steps = new CopyOnWriteArrayList<>();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    seen.add(shown(view.snapshot()));
                  }
                });
    try (var subscription = view.onChanges(steps::add)) {
      assertThat(shown(subscription.start())).containsExactly("old");

      // Each part by itself, so that the view has read it before the next one comes.
      Position banks = putAll(Topics.BANKS, "new", "p");
      awaitRead(banks);
      Position cities = putAll(Topics.CITY_METRICS, "new", "p");
      awaitRead(cities);
      assertThat(shown(view.snapshot())).containsExactly("old");
      assertThat(view.await(banks, Duration.ZERO)).as("shown").isFalse();
      assertThat(ViewCluster.trouble(view)).contains("held back", "lane record of promotion p");
      putLane("live", "p", banks, cities);
      cluster.flushed();

      assertThat(view.await(banks, ViewCluster.LONG)).isTrue();
    } finally {
      reader.interrupt();
      reader.join();
    }
    assertThat(shown(view.snapshot())).containsExactly("new");
    assertThat(seen).isSubsetOf(Set.of("old"), Set.of("new"));
    assertThat(steps.stream().filter(step -> concernsRows(step))).hasSizeLessThanOrEqualTo(1);
    ViewCluster.awaitNoTrouble(view);
  }

  @Test
  void shouldNotLetTheRowsOfTheNewLaneOvertakeThoseOfThePromotion() throws Exception {
    Position marked = putAll("new", "p");
    put(Topics.BANKS, "row-00", bank("row-00", "newest"), null);
    put(Topics.BANKS, "other", bank("other", "other"), null);
    Position behind = cluster.flushed();
    awaitRead(behind);
    assertThat(name("row-00")).isEqualTo("old");
    assertThat(name("other")).isEqualTo("other");

    putLane("live", "p", marked);
    cluster.flushed();

    assertThat(view.await(behind, ViewCluster.LONG)).isTrue();
    assertThat(name("row-00")).isEqualTo("newest");
    assertThat(name("row-01")).isEqualTo("new");
  }

  @Test
  void shouldShowAPastPromotionWhenItBegins() throws Exception {
    Position marked = putAll("new", "p");
    putLane("live", "p", marked);
    cluster.flushed();
    view.close();

    view = cluster.view();

    assertThat(view.awaitCaughtUp(ViewCluster.LONG)).isTrue();
    assertThat(shown(view.snapshot())).containsExactly("new");
  }

  @Test
  void shouldShowAFormerPromotionWhoseLaneRecordIsReplaced() throws Exception {
    Position marked = putAll("new", "p");
    putLane("live", "p", marked);
    cluster.flushed();
    cluster.clear(List.of(Topics.LANES));
    putLane("live", "q", Position.START);
    cluster.flushed();
    view.close();

    view = cluster.view();

    assertThat(view.awaitCaughtUp(ViewCluster.LONG)).isTrue();
    assertThat(shown(view.snapshot())).containsExactly("new");
    try (TopicReader reader = new TopicReader(cluster.config())) {
      assertThat(shown(reader.readToEnd(Topics.BANKS, Topics.CITY_METRICS))).containsExactly("new");
    }
  }

  @Test
  void shouldNotShowHalfAPromotionToACommand() throws Exception {
    Position banks = putAll(Topics.BANKS, "new", "p");
    Position elsewhere = Position.parse(Topics.CITY_METRICS.name() + ":0:9000000");
    putLane("live", "p", banks, elsewhere);
    cluster.flushed();

    try (TopicReader reader = new TopicReader(cluster.config())) {
      assertThat(shown(reader.readToEnd(Topics.BANKS, Topics.CITY_METRICS))).containsExactly("old");
    }
  }

  /** What all rows together say. */
  private static Set<String> shown(Snapshot rows) {
    return Stream.concat(
            rows.banks().values().map(Bank::getName),
            rows.cityMetrics().values().map(city -> city.getEvents() == 1 ? "old" : "new"))
        .collect(Collectors.toSet());
  }

  private static boolean concernsRows(Changes step) {
    return step.changes().stream().anyMatch(change -> !change.topic().equals(Topics.LANES));
  }

  private String name(String bank) {
    return view.snapshot().banks().get(bank).orElseThrow().getName();
  }

  private void awaitRead(Position position) {
    org.awaitility.Awaitility.await()
        .atMost(ViewCluster.LONG)
        .until(() -> view.freshness().position().covers(position));
  }

  private Position putAll(String name, String promotion) {
    return union(
        putAll(Topics.BANKS, name, promotion), putAll(Topics.CITY_METRICS, name, promotion));
  }

  private Position putAll(TopicSpec topic, String name, String promotion) {
    for (int i = 0; i < ROWS; i++) {
      String key = "row-%02d".formatted(i);
      SpecificRecord row =
          topic.equals(Topics.BANKS)
              ? bank(key, name)
              : CityMetrics.newBuilder().setCity(key).setEvents(name.equals("old") ? 1 : 2).build();
      put(topic, key, row, promotion);
    }
    return cluster.flushed();
  }

  private void put(TopicSpec topic, String key, SpecificRecord row, String promotion) {
    ProducerRecord<byte[], byte[]> record = cluster.record(topic, key, row);
    if (promotion != null) {
      record.headers().add(Headers.PROMOTION, promotion.getBytes(UTF_8));
    }
    cluster.send(record);
  }

  private void putLane(String lane, String promotion, Position... ends) {
    LaneRow row =
        LaneRow.newBuilder()
            .setLane(lane)
            .setApplicationId("mooring-2")
            .setTopicPrefix("mooring.")
            .setTopologyDigest("0")
            .setState("RUNNING")
            .setPromotion(promotion)
            .setPromotedEndOffsets(union(ends).toString())
            .build();
    put(Topics.LANES, lane, row, null);
  }

  private static Position union(Position... positions) {
    return Position.parse(
        Stream.of(positions)
            .map(Position::toString)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(",")));
  }

  private static Bank bank(String id, String name) {
    return Bank.newBuilder().setId(id).setName(name).build();
  }
}
