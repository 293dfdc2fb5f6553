package dev.mooring.server.kafka;

import dev.mooring.contract.Topics;
import dev.mooring.server.LocalTopology;
import dev.mooring.server.TopologyStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second how far the topology's group has come in the events topic. */
final class TopologyWatch implements Supplier<TopologyStatus>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopologyWatch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final long PATIENCE_S = 10;

  private final Admin admin;
  private final Supplier<String> applicationId;
  private final Supplier<Optional<LocalTopology>> local;
  private final InstantSource clock;
  private final Thread thread;
  private volatile TopologyStatus status = TopologyStatus.UNKNOWN;
  private Instant level;

  /**
   * Begins to look.
   *
   * @param local the topology in this process; empty when it runs elsewhere
   */
  TopologyWatch(
      Admin admin,
      Supplier<String> applicationId,
      Supplier<Optional<LocalTopology>> local,
      InstantSource clock) {
    this.admin = admin;
    this.applicationId = applicationId;
    this.local = local;
    this.clock = clock;
    this.level = clock.instant();
    this.thread = Thread.ofVirtual().name("mooring-topology-watch").start(this::run);
  }

  @Override
  public TopologyStatus get() {
    TopologyStatus seen = status;
    return local.get().map(seen::here).orElse(seen);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (true) {
        status = look();
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private TopologyStatus look() throws InterruptedException {
    try {
      long lag = lag();
      Instant now = clock.instant();
      level = lag == 0 ? now : level;
      return new TopologyStatus(state(), lag, Optional.of(Duration.between(level, now)));
    } catch (ExecutionException | TimeoutException failed) {
      LOG.debug("the topology's group cannot be looked at", failed);
      return new TopologyStatus("UNKNOWN", status.lag(), Optional.empty());
    }
  }

  private long lag() throws InterruptedException, ExecutionException, TimeoutException {
    int partitions =
        get(admin.describeTopics(List.of(Topics.EVENTS.name())).allTopicNames())
            .get(Topics.EVENTS.name())
            .partitions()
            .size();
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (int number = 0; number < partitions; number++) {
      asked.put(new TopicPartition(Topics.EVENTS.name(), number), OffsetSpec.latest());
    }
    Map<TopicPartition, OffsetAndMetadata> done =
        get(admin.listConsumerGroupOffsets(applicationId.get()).partitionsToOffsetAndMetadata());
    long lag = 0;
    for (var end : get(admin.listOffsets(asked).all()).entrySet()) {
      OffsetAndMetadata committed = done.get(end.getKey());
      lag += Math.max(0, end.getValue().offset() - (committed == null ? 0 : committed.offset()));
    }
    return lag;
  }

  /** The group tells whether it runs, wherever that is. */
  private String state() throws InterruptedException, ExecutionException, TimeoutException {
    String id = applicationId.get();
    var group = get(admin.describeConsumerGroups(List.of(id)).all()).get(id);
    return switch (group.groupState()) {
      case STABLE -> "RUNNING";
      case EMPTY, DEAD -> "NOT_RUNNING";
      default -> "REBALANCING";
    };
  }

  private static <T> T get(KafkaFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(PATIENCE_S, TimeUnit.SECONDS);
  }
}
