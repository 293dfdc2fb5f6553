package dev.mooring.systemtests.law;

import static dev.mooring.metrics.oracle.EventBuilder.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.contract.row.BankMetrics;
import dev.mooring.contract.row.LedgerRow;
import dev.mooring.registry.AvroSerializer;
import dev.mooring.replay.EventsDigest;
import dev.mooring.replay.asof.RowChange;
import dev.mooring.replay.log.Progress;
import dev.mooring.replay.verify.Report;
import dev.mooring.replay.verify.Verification;
import dev.mooring.topology.TopologyRunner;
import dev.mooring.view.Row;
import dev.mooring.view.ViewConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedCluster.class)
class VerifyOnBrokerTest {

  private static final Duration TO_RUN = Duration.ofMinutes(1);
  private static final Duration TO_TRICKLE = Duration.ofSeconds(5);

  private final Workload workload = Workload.of(43, 3_000);

  @TempDir Path directory;

  @Test
  void shouldProveRightRowsAndNameWrongOnes(Cluster cluster) throws Exception {
    Report clean;
    try (TopologyRunner topology = start(cluster)) {
      assertThat(topology.awaitRunning(TO_RUN)).isTrue();
      // given events that are published while it looks
      try (Trickle trickle = new Trickle(cluster, workload.shuffled(), TO_TRICKLE)) {
        assertThat(verify(cluster).findings()).isEmpty();
        trickle.finish();
      }

      // when
      clean = verify(cluster);

      // then
      assertThat(clean.findings()).isEmpty();
      assertThat(clean.clean()).isTrue();
      assertThat(clean.eventsDigest()).isEqualTo(digest(workload.told()));
      assertThat(clean.records()).isEqualTo(workload.shuffled().size());
      assertThat(clean.rows()).isGreaterThan(cluster.bodies().size());
      assertThat(command(cluster)).startsWith("0 ").contains(clean.rowsDigest());

      assertWrongRowsAreNamed(cluster, clean);
    }
    assertSameDigestsInOtherPartitions(cluster, clean);
  }

  private void assertWrongRowsAreNamed(Cluster cluster, Report clean) throws Exception {
    // given
    Row<BankMetrics> bank = cluster.rows().bankMetrics().rows().findFirst().orElseThrow();
    long events = bank.value().getEvents();
    put(cluster, Topics.BANK_METRICS, bank.key(), with(bank.value(), "events", events + 1));
    Row<LedgerRow> ledger = cluster.rows().ledger().rows().findFirst().orElseThrow();
    long duplicates = ledger.value().getDuplicate();
    put(cluster, Topics.LEDGER, ledger.key(), with(ledger.value(), "duplicate", duplicates + 5));
    Row<BankMetrics> gone = cluster.rows().bankMetrics().rows().toList().getLast();
    cluster.publish(new ProducerRecord<>(Topics.BANK_METRICS.name(), bytes(gone.key()), null));

    // when
    Report wrong = verify(cluster);

    // then
    assertThat(wrong.clean()).isFalse();
    assertThat(wrong.eventsDigest()).isEqualTo(clean.eventsDigest());
    assertThat(wrong.rowsDigest()).isNotEqualTo(clean.rowsDigest());
    assertThat(wrong.findings())
        .hasSize(3)
        .contains(
            changed(Topics.BANK_METRICS, bank.key(), "events", events + 1, events),
            changed(Topics.LEDGER, ledger.key(), "duplicate", duplicates + 5, duplicates))
        .anySatisfy(
            finding -> {
              assertThat(finding.change().key()).isEqualTo(gone.key());
              assertThat(finding.change().kind()).isEqualTo(RowChange.Kind.ADDED);
            });
    assertThat(command(cluster))
        .startsWith("3 ")
        .contains(
            "\"key\":\"%s\",\"field\":\"events\",\"live\":%d,\"fresh\":%d"
                .formatted(bank.key(), events + 1, events));
    assertNamedWhileOthersMove(cluster, wrong);
  }

  /** That of the ledger may move on and so become right. */
  private void assertNamedWhileOthersMove(Cluster cluster, Report wrong) throws Exception {
    // given
    List<Event> others =
        IntStream.range(0, 1_000)
            .mapToObj(number -> event().pair("other-bank", "firm-" + number).build())
            .toList();

    // when
    Report busy;
    try (Trickle trickle = new Trickle(cluster, others, TO_TRICKLE)) {
      busy = verify(cluster);
      trickle.finish();
    }

    // then
    assertThat(busy.records()).isGreaterThan(wrong.records());
    assertThat(busy.findings())
        .containsAll(
            wrong.findings().stream()
                .filter(finding -> !finding.topic().equals(Topics.LEDGER))
                .toList())
        .hasSizeLessThanOrEqualTo(3);
  }

  private void assertSameDigestsInOtherPartitions(Cluster cluster, Report clean) throws Exception {
    // given
    cluster.reset(3);
    try (TopologyRunner topology = start(cluster)) {
      assertThat(topology.awaitRunning(TO_RUN)).isTrue();
      cluster.publish(workload.told().reversed());

      // when
      Report other = verify(cluster);

      // then
      assertThat(other.findings()).isEmpty();
      assertThat(other.eventsDigest()).isEqualTo(clean.eventsDigest());
      assertThat(other.rowsDigest()).isEqualTo(clean.rowsDigest());
    }
  }

  private TopologyRunner start(Cluster cluster) throws InterruptedException {
    return TopologyRunner.start(cluster.topology(directory.resolve(cluster.lane())));
  }

  private static Report verify(Cluster cluster) {
    ViewConfig config = ViewConfig.of(cluster.bootstrapServers(), cluster.registryUrl());
    return new Verification(config, () -> settle(cluster)).run(Progress.NONE);
  }

  private static void settle(Cluster cluster) {
    try {
      cluster.settle();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The exit code and the answer of the command. */
  private String command(Cluster cluster) {
    return Command.run(cluster, directory, List.of("verify", "-o", "json")).told();
  }

  private static void put(Cluster cluster, TopicSpec topic, String key, SpecificRecord row) {
    try (AvroSerializer serializer = new AvroSerializer()) {
      serializer.configure(Map.of("schema.registry.url", cluster.registryUrl()), false);
      RecordMetadata sent =
          cluster.publish(
              new ProducerRecord<>(
                  topic.name(), bytes(key), serializer.serialize(topic.name(), row)));
      assertThat(sent.hasOffset()).isTrue();
    }
  }

  private static SpecificRecord with(SpecificRecord row, String field, Object value) {
    row.put(row.getSchema().getField(field).pos(), value);
    return row;
  }

  private static Report.Finding changed(
      TopicSpec topic, String key, String field, Object live, Object fresh) {
    return new Report.Finding(
        topic,
        new RowChange(
            key, RowChange.Kind.CHANGED, List.of(new RowChange.Field(field, live, fresh))));
  }

  private static String digest(List<Event> events) {
    EventsDigest digest = new EventsDigest();
    events.forEach(digest::add);
    return digest.hex();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
