package dev.mooring.topology;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Kafka Streams, as it would make them itself, but for two things: they can be
 * woken, and a thread of which an active task is corrupted ends, and another takes its place.
 *
 * <p>Kafka Streams 4.3.1 would set such a task back to its last commit, and ask the group for a
 * rebalance. When that is done before the task has been initialised, the task is made anew and the
 * setting back forgotten: the consumer goes on where it was, and events are lost. A new thread has
 * a new consumer, which begins at the last commit.
 */
final class Clients implements KafkaClientSupplier {

  private final Runnable atAssignment;
  private final Set<MainConsumer> consumers = ConcurrentHashMap.newKeySet();

  /**
   * Clients of an instance.
   *
   * @param atAssignment runs whenever partitions were assigned to a thread, on that thread and
   *     before it touches them; it may throw, which ends the thread
   */
  Clients(Runnable atAssignment) {
    this.atAssignment = atAssignment;
  }

  /** What Kafka Streams gives as its reason for the rebalance. */
  private static final String CORRUPTED = "Active tasks corrupted";

  @Override
  public Admin getAdmin(Map<String, Object> settings) {
    return Admin.create(settings);
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
    return new CommitFlushedProducer(settings);
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
    MainConsumer consumer = new MainConsumer(settings);
    consumers.add(consumer);
    return consumer;
  }

  /**
   * Ends what the stream threads wait for. A poll that has begun before the wall clock is set back
   * would wait until that time comes round.
   */
  void wake() {
    consumers.forEach(KafkaConsumer::wakeup);
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private record Guarded(ConsumerRebalanceListener listener, Runnable atAssignment)
      implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      atAssignment.run();
      listener.onPartitionsAssigned(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      listener.onPartitionsRevoked(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      listener.onPartitionsLost(partitions);
    }
  }

  private final class MainConsumer extends KafkaConsumer<byte[], byte[]> {

    MainConsumer(Map<String, Object> settings) {
      super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration atMost) {
      try {
        return super.poll(atMost);
      } catch (WakeupException woken) {
        return ConsumerRecords.empty();
      }
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
      super.subscribe(topics, new Guarded(listener, atAssignment));
    }

    @Override
    public void subscribe(Pattern topics, ConsumerRebalanceListener listener) {
      super.subscribe(topics, new Guarded(listener, atAssignment));
    }

    @Override
    public void enforceRebalance(String reason) {
      if (CORRUPTED.equals(reason)) {
        throw new CorruptedThreadException();
      }
      super.enforceRebalance(reason);
    }

    /** Whoever takes its place has another name, and would wait until this one's session ended. */
    @Override
    public void close(CloseOptions options) {
      consumers.remove(this);
      super.close(options.withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
  }
}
