package dev.mooring.view;

import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The latest dead letters of a cluster that are open, live. It reads the last ones that are there
 * and then goes on, like {@link KafkaEventsView} also over trouble. A record that was rejected
 * again is told of once; when a letter is mended, it goes.
 */
public final class RejectedLog implements AutoCloseable {

  private final EventListeners<Rejected> listeners = new EventListeners<>();
  private final TopicFollower follower;
  private volatile List<Rejected> latest = List.of();

  private RejectedLog(ViewConfig config, int most, Clock clock) {
    this.follower =
        new TopicFollower(
            config, Topics.REJECTED.name(), most, clock, new Collecting(new OpenLetters(most)));
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

  /** The latest letters that are open, the last one first. */
  public List<Rejected> latest() {
    return latest;
  }

  /** How fresh they are. */
  public Freshness freshness() {
    return follower.freshness();
  }

  /**
   * Tells of every letter that is read from now on, and once more, as mended, of one that was
   * mended, on the thread that reads.
   */
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
    private final List<Rejected> news = new ArrayList<>();
    private final OpenLetters open;

    Collecting(OpenLetters open) {
      this.open = open;
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record, int partitions) {
      Optional<MendedMark> mark = reader.mark(record);
      if (mark.isPresent()) {
        news.addAll(open.take(mark.get()));
      } else {
        open.take(reader.read(record)).ifPresent(news::add);
      }
    }

    @Override
    public void taken() {
      List<Rejected> told = List.copyOf(news);
      news.clear();
      if (!told.isEmpty()) {
        latest = open.latest();
        listeners.tell(told);
      }
    }
  }
}
