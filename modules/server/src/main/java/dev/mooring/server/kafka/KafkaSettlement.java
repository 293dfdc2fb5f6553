package dev.mooring.server.kafka;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.server.Settlement;
import dev.mooring.topology.Settling;
import dev.mooring.view.EventsView;
import dev.mooring.view.Position;
import dev.mooring.view.View;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits hop by hop: until the topology has committed the events, until the view has read what it
 * wrote, until the events view has read the events.
 */
final class KafkaSettlement implements Settlement {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Admin admin;
  private final Settling settling;
  private final View view;
  private final EventsView events;

  KafkaSettlement(Admin admin, Settling settling, View view, EventsView events) {
    this.admin = admin;
    this.settling = settling;
    this.view = view;
    this.events = events;
  }

  @Override
  public boolean await(Position position, Duration atMost) throws InterruptedException {
    long giveUp = System.nanoTime() + atMost.toNanos();
    return settling.await(position.next(), left(giveUp), (topic, records) -> {})
        && view.await(readable(), left(giveUp))
        && awaitEvents(position, giveUp);
  }

  private boolean awaitEvents(Position position, long giveUp) throws InterruptedException {
    while (!events.freshness().position().covers(position)) {
      if (System.nanoTime() > giveUp) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
    return true;
  }

  /** Where the rows end now, for a reader of what is committed. */
  private Position readable() throws InterruptedException {
    try {
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      partitions().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin
          .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, end.offset()));
      return new Position(ends);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the cluster does not answer", failed.getCause());
    }
  }

  private Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
    List<String> topics = Topics.OUTPUTS.stream().map(TopicSpec::name).toList();
    Set<TopicPartition> partitions = new HashSet<>();
    admin
        .describeTopics(topics)
        .allTopicNames()
        .get()
        .forEach(
            (name, topic) ->
                IntStream.range(0, topic.partitions().size())
                    .forEach(number -> partitions.add(new TopicPartition(name, number))));
    return partitions;
  }

  private static Duration left(long giveUp) {
    return Duration.ofNanos(Math.max(0, giveUp - System.nanoTime()));
  }
}
