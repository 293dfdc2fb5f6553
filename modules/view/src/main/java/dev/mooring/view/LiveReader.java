package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import dev.mooring.registry.RegistryAccessException;
import dev.mooring.registry.RegistryUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the thread of a {@link KafkaView} does: polls, and takes a step for every poll. */
final class LiveReader {

  private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** How often the ends are looked at, and how long it waits before it tries again. */
  private static final Duration BEAT = Duration.ofSeconds(1);

  /** How long a cluster may be silent before it counts as unreachable. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private static final Duration TO_CLOSE = Duration.ofSeconds(1);

  private final ViewConfig config;
  private final Collection<TopicSpec> topics;
  private final RowIntake intake;
  private final LiveRows rows;
  private final ReadingState state;
  private final Map<TopicPartition, Long> read = new HashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile KafkaConsumer<byte[], byte[]> consumer;
  private long nextBeat;

  LiveReader(
      ViewConfig config,
      Collection<TopicSpec> topics,
      Clock clock,
      RowIntake intake,
      LiveRows rows) {
    this.config = config;
    this.topics = topics;
    this.intake = intake;
    this.rows = rows;
    this.state = new ReadingState(clock);
  }

  Freshness freshness() {
    return state.freshness();
  }

  void stop() {
    stopped.countDown();
    KafkaConsumer<byte[], byte[]> present = consumer;
    if (present != null) {
      present.wakeup();
    }
  }

  /** Returns when stopped. Whatever goes wrong is told, and tried again. */
  void run() {
    try (intake) {
      while (!isStopped()) {
        session();
      }
    } catch (Error fatal) {
      state.failed("reading has ended: " + fatal);
      LOG.error("a view has ended", fatal);
      throw fatal;
    }
  }

  private void session() {
    try {
      readOn();
    } catch (OffsetOutOfRangeException cut) {
      LOG.warn("a topic was cut or made anew, its view too: {}", cut.getMessage());
      startAnew();
    } catch (TimeoutException silent) {
      tell("Kafka cannot be reached at " + cluster(), silent);
      pause();
    } catch (RuntimeException failed) {
      if (!isStopped()) {
        tell(String.valueOf(failed.getMessage()), failed);
        pause();
      }
    }
  }

  private void readOn() {
    KafkaConsumer<byte[], byte[]> opened = new KafkaConsumer<>(settings());
    try {
      consumer = opened;
      assign();
      while (!isStopped()) {
        beat();
        poll();
      }
    } finally {
      opened.close(CloseOptions.timeout(TO_CLOSE));
    }
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = config.committedReader();
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) SILENCE.toMillis());
    return settings;
  }

  private void assign() {
    List<TopicPartition> partitions = new ArrayList<>();
    topics.forEach(
        topic -> partitions.addAll(LogReader.partitions(consumer, topic.name(), cluster())));
    consumer.assign(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    partitions.forEach(
        partition -> consumer.seek(partition, read.computeIfAbsent(partition, beginnings::get)));
    state.begin(consumer.endOffsets(partitions), new Position(read));
    nextBeat = System.nanoTime() + BEAT.toNanos();
  }

  private void poll() {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      take(record);
      if (isStopped()) {
        return;
      }
    }
    // Positions pass over markers of transactions, which are never handed out as records.
    consumer.assignment().forEach(partition -> read.put(partition, consumer.position(partition)));
    Position position = new Position(read);
    intake.polled(position);
    state.read(position);
    if (isWhole()) {
      step(position);
    }
  }

  /** Once caught up every poll is a step, unless much has come meanwhile. */
  private boolean isWhole() {
    return state.isNearEnd() || intake.gathered() >= Gathering.wholeStep(rows.present().size());
  }

  private void step(Position position) {
    boolean endsCatchingUp = state.endsCatchingUp();
    if (endsCatchingUp) {
      releaseFormerPromotions(position);
    }
    if (!position.equals(rows.present().position()) || intake.gathered() > 0) {
      rows.take(intake.nextStep(), position, intake.promotions().shown(position));
    }
    if (endsCatchingUp) {
      state.caughtUp();
      rows.signal();
    }
  }

  private void releaseFormerPromotions(Position position) {
    if (!intake.promotions().unannounced().isEmpty() && LaneLog.isReadBy(config, position)) {
      intake.releaseUnannounced();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    while (!isStopped()) {
      try {
        intake.take(record);
        state.unreadable().replaced(record);
        break;
      } catch (RegistryUnavailableException | RegistryAccessException unreachable) {
        tell(unreachable.getMessage(), unreachable); // says nothing about the record
        pause();
      } catch (RuntimeException undecodable) {
        state.unreadable().add(record, undecodable);
        LOG.error("{}; the row stays as it was", Unreadable.text(record, undecodable));
        break;
      }
    }
    read.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
  }

  /** Asks now and then where the topics end, which shows whether the cluster is there too. */
  private void beat() {
    if (System.nanoTime() - nextBeat < 0) {
      return;
    }
    try {
      state.heard(consumer.endOffsets(consumer.assignment()), intake.promotions());
      if (state.isAtEnd()) {
        releaseFormerPromotions(new Position(read));
      }
    } catch (TimeoutException silent) {
      tell("Kafka cannot be reached at " + cluster(), silent);
    }
    nextBeat = System.nanoTime() + BEAT.toNanos();
  }

  /** All rows go; what is there is read from the beginning. */
  private void startAnew() {
    Step withdrawal = new Step();
    for (TopicSpec topic : topics) {
      rows.present()
          .packed(topic)
          .all()
          .forEach(slot -> withdrawal.add(new RawRow(topic, 0, 0, slot.key(), null)));
    }
    intake.reset();
    read.clear();
    state.startAnew();
    rows.take(withdrawal, Position.START, Position.START);
  }

  private void tell(String trouble, RuntimeException cause) {
    if (state.trouble(trouble)) {
      LOG.warn("{}; trying again", trouble, cause);
    }
  }

  private void pause() {
    try {
      boolean unused = stopped.await(BEAT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stopped.countDown();
    }
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  private String cluster() {
    return config.consumer().get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG).toString();
  }
}
