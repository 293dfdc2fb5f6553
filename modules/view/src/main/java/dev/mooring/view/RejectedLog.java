package dev.mooring.view;

import dev.mooring.contract.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The latest dead letters of a cluster, live. It reads the last ones that are there and then goes
 * on, like {@link KafkaEventsView} also over trouble.
 */
public final class RejectedLog implements AutoCloseable {

  private static final Comparator<Rejected> LATEST_FIRST =
      Comparator.comparing(Rejected::recorded)
          .thenComparingInt(Rejected::partition)
          .thenComparingLong(Rejected::offset)
          .reversed();

  private final int most;
  private final EventListeners<Rejected> listeners = new EventListeners<>();
  private final TopicFollower follower;
  private volatile List<Rejected> latest = List.of();

  private RejectedLog(ViewConfig config, int most, Clock clock) {
    this.most = most;
    this.follower =
        new TopicFollower(config, Topics.REJECTED.name(), most, clock, new Collecting());
  }

  /**
   * Begins to read.
   *
   * @param most how many letters it remembers, 1 or more
   * @param clock for {@link Freshness#readAt}
   */
  public static RejectedLog open(ViewConfig config, int most, Clock clock) {
    if (most < 1) {
      throw new IllegalArgumentException("most: " + most + ", should be 1 or more");
    }
    return new RejectedLog(config, most, clock);
  }

  /** The latest letters, the last one first. */
  public List<Rejected> latest() {
    return latest;
  }

  /** How fresh they are. */
  public Freshness freshness() {
    return follower.freshness();
  }

  /** Tells of every letter that is read from now on, on the thread that reads. */
  public EventsView.Subscription onRejected(Consumer<List<Rejected>> listener) {
    return listeners.add(listener);
  }

  @Override
  public void close() {
    follower.close();
  }

  /** Takes letters by the batch. */
  private final class Collecting implements TopicFollower.Sink {

    private final LetterReader reader = new LetterReader();
    private final List<Rejected> batch = new ArrayList<>();

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record, int partitions) {
      batch.add(reader.read(record));
    }

    @Override
    public void taken() {
      List<Rejected> news = List.copyOf(batch);
      batch.clear();
      latest =
          Stream.concat(latest.stream(), news.stream()).sorted(LATEST_FIRST).limit(most).toList();
      listeners.tell(news);
    }
  }
}
