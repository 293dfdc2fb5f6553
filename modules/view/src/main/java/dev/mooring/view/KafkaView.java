package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A view that reads Kafka on a thread of its own: what is committed, from the beginning, and then
 * live. It joins no consumer group and leaves nothing behind in the cluster.
 *
 * <p>It opens at once and catches up behind the caller's back: see {@link #awaitCaughtUp}. Until
 * then snapshots show what was read so far. When the broker or the registry is away, a topic is
 * missing or a record is no row, {@link #freshness} says so, and the view goes on by itself when
 * that is over.
 */
public final class KafkaView implements View {

  private static final Duration TO_STOP = Duration.ofSeconds(2);

  private final RowIntake intake;
  private final LiveRows rows;
  private final LiveReader reader;
  private final Thread thread;

  private KafkaView(ViewConfig config, Collection<TopicSpec> topics, Clock clock) {
    this.intake = new RowIntake(config, topics);
    this.rows = new LiveRows(intake.codecs());
    this.reader = new LiveReader(config, topics, clock, intake, rows);
    this.thread = Thread.ofPlatform().name("mooring-view").daemon().unstarted(reader::run);
  }

  /** Reads all topics of rows. */
  public static KafkaView open(ViewConfig config) {
    return open(config, Topics.rows(), Clock.systemUTC());
  }

  /**
   * Reads some topics of rows, and the lanes, which tell of promotions.
   *
   * @param clock tells when the cluster was last heard from
   */
  public static KafkaView open(ViewConfig config, Collection<TopicSpec> topics, Clock clock) {
    Set<TopicSpec> read = new LinkedHashSet<>(topics);
    read.add(Topics.LANES);
    KafkaView view = new KafkaView(config, read, clock);
    view.thread.start();
    return view;
  }

  @Override
  public Snapshot snapshot() {
    return rows.present();
  }

  @Override
  public Freshness freshness() {
    return reader.freshness();
  }

  @Override
  public boolean await(Position position, Duration atMost) throws InterruptedException {
    return rows.await(position, atMost);
  }

  @Override
  public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
    return rows.await(() -> reader.freshness().caughtUp(), atMost);
  }

  @Override
  public Subscription onChanges(Consumer<Changes> listener) {
    return rows.onChanges(listener);
  }

  /** Ends reading, and returns when the reading thread has ended, unless it is that thread. */
  @Override
  public void close() {
    reader.stop();
    rows.end();
    if (Thread.currentThread() != thread) {
      awaitEnd();
    }
  }

  private void awaitEnd() {
    try {
      if (!thread.join(TO_STOP)) {
        thread.interrupt(); // it waits for a registry or a broker that is away
        thread.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
