package dev.mooring.topology;

import dev.mooring.contract.Lane;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the topology has committed everything that was published before: hop by hop, since
 * what one stage sends is read by the next. The withdrawals hop is waited for until it is empty:
 * its messages may call for more of their kind. At last it waits until readers of committed rows
 * see what was committed: a transaction is marked in one partition after the other.
 */
public final class Settling {

  /** Is told how many records are still to be read, hop by hop. */
  @FunctionalInterface
  public interface Progress {

    /** So many records of a topic are to be read yet. */
    void left(String topic, long records);
  }

  private static final long SHORTEST_PAUSE_MS = 20;
  private static final long LONGEST_PAUSE_MS = 250;

  /** So long without progress before it is asked whether what is left are records at all. */
  private static final Duration TO_DOUBT = Duration.ofSeconds(1);

  private final ClusterOffsets offsets;
  private final Map<String, ?> consumerSettings;
  private final Supplier<String> applicationId;
  private final Lane lane;

  /**
   * Of the live lane.
   *
   * @param admin the caller closes it
   * @param consumerSettings settings of a consumer of the same cluster
   */
  public Settling(Admin admin, Map<String, ?> consumerSettings, String applicationId) {
    this(admin, consumerSettings, applicationId, Lane.LIVE);
  }

  /**
   * Of a lane.
   *
   * @param admin the caller closes it
   * @param consumerSettings settings of a consumer of the same cluster
   */
  public Settling(Admin admin, Map<String, ?> consumerSettings, String applicationId, Lane lane) {
    this(admin, consumerSettings, () -> applicationId, lane);
  }

  /**
   * Of a lane whose application changes: that of the live one does with a promotion.
   *
   * @param applicationId asked whenever it is needed
   */
  public Settling(
      Admin admin, Map<String, ?> consumerSettings, Supplier<String> applicationId, Lane lane) {
    this.offsets = new ClusterOffsets(admin);
    this.consumerSettings = consumerSettings;
    this.applicationId = applicationId;
    this.lane = lane;
  }

  /**
   * Waits.
   *
   * @return whether all was committed in that time
   */
  public boolean await(Duration atMost, Progress progress) throws InterruptedException {
    return await(Map.of(), atMost, progress);
  }

  /**
   * Waits for the events before some offsets only, whatever was published behind them.
   *
   * @param events offsets in partitions of the events topic; empty for all that was published
   * @return whether they were committed in that time
   */
  public boolean await(Map<TopicPartition, Long> events, Duration atMost, Progress progress)
      throws InterruptedException {
    long giveUp = System.nanoTime() + atMost.toNanos();
    String withdrawals = Nodes.topic(applicationId.get(), Nodes.WITHDRAWALS);
    String differences = Nodes.topic(applicationId.get(), Nodes.DIFFERENCES);
    boolean read =
        events.isEmpty()
            ? awaitHop(Topics.EVENTS.name(), false, giveUp, progress)
            : awaitPassed(Topics.EVENTS.name(), events, giveUp, progress);
    return read
        && awaitHop(withdrawals, true, giveUp, progress)
        && awaitHop(differences, false, giveUp, progress)
        && awaitRows(giveUp, progress);
  }

  private boolean awaitHop(String topic, boolean feedsItself, long giveUp, Progress progress)
      throws InterruptedException {
    while (true) {
      Map<TopicPartition, Long> ends = offsets.ends(List.of(topic), isolation(topic));
      if (!awaitPassed(topic, ends, giveUp, progress)) {
        return false;
      }
      if (!feedsItself || offsets.ends(List.of(topic), isolation(topic)).equals(ends)) {
        return true;
      }
    }
  }

  /**
   * What somebody may yet abort has not been published. But what the topology itself has written
   * counts before its markers are everywhere: the group's offsets may show earlier than those.
   */
  private static IsolationLevel isolation(String topic) {
    return topic.equals(Topics.EVENTS.name())
        ? IsolationLevel.READ_COMMITTED
        : IsolationLevel.READ_UNCOMMITTED;
  }

  private boolean awaitPassed(
      String topic, Map<TopicPartition, Long> ends, long giveUp, Progress progress)
      throws InterruptedException {
    long before = Long.MAX_VALUE;
    long began = System.nanoTime();
    long since = began;
    while (true) {
      Map<TopicPartition, Long> left = offsets.behind(applicationId.get(), ends);
      long records = sum(left);
      if (records == 0) {
        return true;
      }
      progress.left(topic, records);
      long now = System.nanoTime();
      if (now > giveUp) {
        return false;
      }
      if (records < before) {
        before = records;
        since = now;
      } else if (now - since > TO_DOUBT.toNanos()) {
        if (noRecords(left, ends)) {
          return true;
        }
        since = now;
      }
      pause(began);
    }
  }

  /** Behind the last record there may be marks of transactions, and what was aborted. */
  private boolean noRecords(Map<TopicPartition, Long> left, Map<TopicPartition, Long> ends) {
    try (Remainder remainder = new Remainder(consumerSettings)) {
      return left.entrySet().stream()
          .allMatch(
              entry -> {
                long end = ends.get(entry.getKey());
                return remainder.isEmpty(entry.getKey(), end - entry.getValue(), end);
              });
    }
  }

  private boolean awaitRows(long giveUp, Progress progress) throws InterruptedException {
    List<String> topics = lane.outputs().stream().map(TopicSpec::name).toList();
    Map<TopicPartition, Long> written = offsets.ends(topics, IsolationLevel.READ_UNCOMMITTED);
    long began = System.nanoTime();
    while (true) {
      Map<TopicPartition, Long> readable = offsets.ends(topics, IsolationLevel.READ_COMMITTED);
      written.entrySet().removeIf(end -> readable.getOrDefault(end.getKey(), 0L) >= end.getValue());
      if (written.isEmpty()) {
        return true;
      }
      progress.left(written.keySet().iterator().next().topic(), written.size());
      if (System.nanoTime() > giveUp) {
        return false;
      }
      pause(began);
    }
  }

  /** Asks less often the longer it takes: asking takes time from those who work. */
  private static void pause(long began) throws InterruptedException {
    long waited = (System.nanoTime() - began) / 1_000_000;
    Thread.sleep(Math.clamp(waited / 20, SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
  }

  private static long sum(Map<TopicPartition, Long> left) {
    return left.values().stream().mapToLong(Long::longValue).sum();
  }
}
