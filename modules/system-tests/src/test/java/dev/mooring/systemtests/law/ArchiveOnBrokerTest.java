package dev.mooring.systemtests.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.contract.EventKey;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.publisher.PublisherConfig;
import dev.mooring.replay.archive.ArchiveException;
import dev.mooring.replay.archive.ArchiveProgress;
import dev.mooring.replay.archive.Archiving;
import dev.mooring.replay.archive.Restoring;
import dev.mooring.view.EventLog;
import dev.mooring.view.ViewConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The events topic of a real broker, archived, wiped and restored. */
@ExtendWith(SharedCluster.class)
class ArchiveOnBrokerTest {

  private static final String TOPIC = Topics.EVENTS.name();
  private static final long LONG_AGO = 1_700_000_000_000L;
  private static final long DAY = 86_400_000;

  @TempDir Path directory;

  /** A run ends like one that is killed: without a last word to the archive or the topic. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void shouldBringBackTheSameEventsHoweverOftenItIsKilled(Cluster cluster) throws Exception {
    // given
    Path archive = directory.resolve("archive");
    Workload workload = Workload.of(5, 600);
    publish(cluster, workload.shuffled().subList(0, 400));
    EventWriter later = EventWriter.withOneMoreField();
    cluster.publish(later.record(later.register(cluster.registryUrl()), workload.told().get(0)));
    publishWhatIsNoEvent(cluster, workload.told().get(1));

    // when it is archived in three runs, one of them killed, and goes on
    assertThatThrownBy(() -> Archiving.run(view(cluster), archive, killedAt("archiving", 300)))
        .isInstanceOf(Killed.class);
    Archiving.Summary first = Archiving.run(view(cluster), archive, ArchiveProgress.NONE);
    publish(cluster, workload.shuffled().subList(400, workload.shuffled().size()));
    Archiving.Summary second = Archiving.run(view(cluster), archive, ArchiveProgress.NONE);
    Archiving.Summary third = Archiving.run(view(cluster), archive, ArchiveProgress.NONE);

    // then
    assertThat(first.added()).isEqualTo(400 + 1 + 5);
    assertThat(second.records()).isEqualTo(workload.shuffled().size() + 1 + 5);
    assertThat(third.added()).isZero();
    assertThat(second.records() - second.events()).isEqualTo(3);

    // when the topics are lost and the restore is killed
    Set<Event> events = events(cluster);
    Set<String> records = records(cluster);
    cluster.reset();
    assertThatThrownBy(
            () ->
                Restoring.run(
                    view(cluster), publisher(cluster), archive, killedAt("restoring", 200)))
        .isInstanceOf(Killed.class);
    Restoring.Summary restored =
        Restoring.run(view(cluster), publisher(cluster), archive, ArchiveProgress.NONE);
    Restoring.Summary again =
        Restoring.run(view(cluster), publisher(cluster), archive, ArchiveProgress.NONE);

    // then
    assertThat(events(cluster)).isEqualTo(events);
    records.removeIf(record -> record.contains("[0, 0, 15, 17, 6, 1, 2]"));
    assertThat(records(cluster)).isEqualTo(records);
    assertThat(restored.leftOut().values()).containsExactly(1L);
    assertThat(again.restored()).isZero();
    assertThat(again.there()).isEqualTo(second.records() - 1);
    assertThatThrownBy(() -> Archiving.run(view(cluster), archive, ArchiveProgress.NONE))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("another directory");

    // when it is restored into a topic with other partitions
    withPartitions(cluster, 3);
    Restoring.Summary placed =
        Restoring.run(view(cluster), publisher(cluster), archive, ArchiveProgress.NONE);

    // then what stood in a wrong partition is no event there either
    assertThat(events(cluster)).isEqualTo(events);
    assertThat(placed.leftOut().values()).containsExactlyInAnyOrder(1L, 1L);
  }

  @Test
  void shouldSendNothingWhereItWouldNotStay(Cluster cluster) throws Exception {
    // given
    Path archive = directory.resolve("archive");
    publish(cluster, Workload.of(6, 20).told());
    Archiving.run(view(cluster), archive, ArchiveProgress.NONE);
    remake(cluster, new NewTopic(TOPIC, 4, (short) 1));

    // then
    assertThatThrownBy(
            () -> Restoring.run(view(cluster), publisher(cluster), archive, ArchiveProgress.NONE))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("retention.ms is 604800000, should be -1");
    assertThat(records(cluster)).isEmpty();
  }

  /** With times of their own, and a header. */
  private static void publish(Cluster cluster, List<Event> events) {
    for (int i = 0; i < events.size(); i++) {
      ProducerRecord<byte[], byte[]> record = cluster.record(events.get(i));
      long day = LONG_AGO + i % 3 * DAY;
      cluster.publish(
          new ProducerRecord<>(TOPIC, null, day + i, record.key(), record.value(), List.of()));
    }
  }

  private static void publishWhatIsNoEvent(Cluster cluster, Event event) {
    byte[] key = EventKey.of(event).getBytes(UTF_8);
    byte[] value = cluster.record(event).value();
    int wrong = (BuiltInPartitioner.partitionForKey(key, Cluster.PARTITIONS) + 1) % 4;
    cluster.publish(new ProducerRecord<byte[], byte[]>(TOPIC, 0, LONG_AGO, key, null));
    cluster.publish(new ProducerRecord<>(TOPIC, 1, LONG_AGO, null, "no event".getBytes(UTF_8)));
    cluster.publish(
        new ProducerRecord<>(TOPIC, 2, LONG_AGO, key, new byte[] {0, 0, 15, 17, 6, 1, 2}));
    cluster.publish(new ProducerRecord<>(TOPIC, wrong, LONG_AGO, key, value));
    cluster.publish(new ProducerRecord<>(TOPIC, null, LONG_AGO, "a/b".getBytes(UTF_8), value));
  }

  private static ArchiveProgress killedAt(String task, long record) {
    return new ArchiveProgress() {
      private boolean begun;

      @Override
      public void begins(String begun, long total) {
        this.begun = begun.equals(task);
      }

      @Override
      public void comesTo(long done) {
        if (begun && done == record) {
          throw new Killed();
        }
      }
    };
  }

  private static void withPartitions(Cluster cluster, int partitions) throws Exception {
    remake(
        cluster,
        new NewTopic(TOPIC, Optional.of(partitions), Optional.empty())
            .configs(Topics.EVENTS.config()));
  }

  private static void remake(Cluster cluster, NewTopic topic) throws Exception {
    cluster.admin().deleteTopics(List.of(TOPIC)).all().get();
    Awaitility.await().until(() -> !cluster.admin().listTopics().names().get().contains(TOPIC));
    cluster.create(List.of(topic));
  }

  private static Set<Event> events(Cluster cluster) {
    Set<Event> events = new HashSet<>();
    try (EventLog log = new EventLog(view(cluster))) {
      log.readEvents(events::add);
    }
    return events;
  }

  /** Place, time, headers, key and value of every record. */
  private static Set<String> records(Cluster cluster) {
    List<String> records = new ArrayList<>();
    try (CommittedLog log = new CommittedLog(cluster.bootstrapServers(), List.of(TOPIC))) {
      log.readToEnd(
          record ->
              records.add(
                  "%d at %d %s %s %s"
                      .formatted(
                          record.partition(),
                          record.timestamp(),
                          record.headers(),
                          Arrays.toString(record.key()),
                          Arrays.toString(record.value()))));
    }
    return new TreeSet<>(records);
  }

  private static ViewConfig view(Cluster cluster) {
    return ViewConfig.of(cluster.bootstrapServers(), cluster.registryUrl());
  }

  private static PublisherConfig publisher(Cluster cluster) {
    return PublisherConfig.of(cluster.bootstrapServers(), cluster.registryUrl(), "urn:test");
  }
}
