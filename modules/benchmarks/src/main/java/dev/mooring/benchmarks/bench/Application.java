package dev.mooring.benchmarks.bench;

import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import dev.mooring.topology.Settling;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;

/** What the broker tells of an application of Kafka Streams by its group. */
public final class Application implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final String id;
  private final Map<String, Object> settings;
  private final Admin admin;

  public Application(String bootstrap, String id) {
    this.id = id;
    this.settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    this.admin = Admin.create(settings);
  }

  /** Events whose offsets it has committed. */
  public long committed() {
    return get(admin.listConsumerGroupOffsets(id).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().topic().equals(Topics.EVENTS.name()))
        .mapToLong(entry -> entry.getValue().offset())
        .sum();
  }

  /** Waits until it has committed so many events at least. */
  public void awaitCommitted(long events) throws InterruptedException {
    await("%,d events committed".formatted(events), () -> committed() >= events);
  }

  /** Waits until it has committed everything over all hops. */
  public void awaitSettled() throws InterruptedException {
    if (!new Settling(admin, settings, id, Lane.LIVE).await(PATIENCE, (topic, left) -> {})) {
      throw new IllegalStateException(id + " is not settled after " + PATIENCE);
    }
  }

  /** Waits until so many threads have shared out so many partitions, none left with nothing. */
  public void awaitMembers(int threads, int partitions) throws InterruptedException {
    await("%d members".formatted(threads), () -> isSharedOut(threads, partitions));
  }

  @Override
  public void close() {
    admin.close();
  }

  private boolean isSharedOut(int threads, int partitions) {
    ConsumerGroupDescription group = get(admin.describeConsumerGroups(List.of(id)).all()).get(id);
    Collection<MemberDescription> members = group.members();
    List<Integer> shares =
        members.stream().map(member -> member.assignment().topicPartitions().size()).toList();
    return group.groupState() == GroupState.STABLE
        && members.size() == threads
        && !shares.contains(0)
        && shares.stream().mapToInt(Integer::intValue).sum() == partitions;
  }

  private void await(String what, BooleanSupplier reached) throws InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException(id + " has not " + what + " after " + PATIENCE);
      }
      Thread.sleep(PAUSE);
    }
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not answer", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the broker was asked", e);
    }
  }
}
