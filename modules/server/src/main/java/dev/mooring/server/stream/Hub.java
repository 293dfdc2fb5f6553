package dev.mooring.server.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.server.json.Json;
import dev.mooring.server.stream.Entry.EventTold;
import dev.mooring.server.stream.Entry.Mark;
import dev.mooring.server.stream.Entry.RejectedTold;
import dev.mooring.server.stream.Entry.RowTold;
import dev.mooring.server.stream.Entry.StatusTold;
import dev.mooring.server.stream.Entry.Told;
import dev.mooring.view.Changes;
import dev.mooring.view.EventsView;
import dev.mooring.view.View;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what changes and tells it to all who follow. */
public final class Hub implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
  private static final Pattern READ_AT = Pattern.compile("\"readAt\":[^,]*,");
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Sources sources;
  private final StreamLimits limits;
  private final Ring ring;
  private final List<AutoCloseable> subscriptions = new ArrayList<>();
  private final Thread thread;
  private volatile StatusTold status;
  private int looks;

  /**
   * From where it comes.
   *
   * @param status writes the status, without what depends on the caller
   */
  public record Sources(
      View view,
      EventsView events,
      Rejections rejected,
      History history,
      Json.Body status,
      InstantSource clock) {}

  private Hub(Sources sources, StreamLimits limits) {
    this.sources = sources;
    this.limits = limits;
    this.ring = new Ring(limits.remembered());
    this.thread = Thread.ofVirtual().name("mooring-stream").unstarted(this::run);
  }

  /** Begins to listen as soon as rows and events are caught up. */
  public static Hub start(Sources sources, StreamLimits limits) {
    Hub hub = new Hub(sources, limits);
    hub.thread.start();
    return hub;
  }

  /** Tells a client what it asked for, on this thread, until it goes or the hub closes. */
  public void serve(
      StreamFilter filter, Optional<String> lastId, boolean mayPublish, OutputStream out)
      throws IOException, InterruptedException {
    new Session(this, filter, mayPublish, out).run(lastId);
  }

  Ring ring() {
    return ring;
  }

  StreamLimits limits() {
    return limits;
  }

  History history() {
    return sources.history;
  }

  EventsView events() {
    return sources.events;
  }

  Rejections rejected() {
    return sources.rejected;
  }

  Instant now() {
    return sources.clock.instant();
  }

  /** The latest status; empty before the first. */
  Optional<Told> status() {
    return Optional.ofNullable(status);
  }

  /** Says goodbye to all. */
  @Override
  public void close() {
    ring.close();
    thread.interrupt();
    for (AutoCloseable subscription : subscriptions()) {
      try {
        subscription.close();
      } catch (Exception failed) {
        LOG.warn("a listener of the stream cannot be taken off", failed);
      }
    }
  }

  private void run() {
    try {
      while (!caughtUp()) {
        look();
      }
      listen();
      while (!ring.closed()) {
        look();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean caughtUp() throws InterruptedException {
    return sources.view.awaitCaughtUp(BETWEEN_LOOKS) && sources.events.freshness().caughtUp();
  }

  /** First it listens, then it says from where on: nothing falls between. */
  private void listen() {
    Places from = new Places(Arrays.asList(Feed.values()));
    synchronized (subscriptions) {
      View.Subscription rows = sources.view.onChanges(this::rows);
      subscriptions.add(rows);
      subscriptions.add(sources.events.onEvents(this::events));
      subscriptions.add(sources.rejected.onRejected(this::rejected));
      from.reach(rows.start().position());
    }
    from.reach(sources.events.freshness().position());
    sources.rejected.latest().stream()
        .filter(dev.mooring.view.Rejected::hasOrigin)
        .forEach(letter -> from.reach(Feed.REJECTED, letter.partition(), letter.offset() + 1));
    ring.open(from);
  }

  private List<AutoCloseable> subscriptions() {
    synchronized (subscriptions) {
      return List.copyOf(subscriptions);
    }
  }

  private void rows(Changes step) {
    List<Entry> news = new ArrayList<>(step.changes().size() + 1);
    step.changes()
        .forEach(
            change ->
                Feed.ofTopic(change.topic().name())
                    .ifPresent(feed -> news.add(RowTold.of(feed, change))));
    news.add(new Mark(step.after().position()));
    ring.tell(news);
  }

  private void events(List<dev.mooring.view.EventRecord> records) {
    ring.tell(records.stream().map(EventTold::new).toList());
  }

  private void rejected(List<dev.mooring.view.Rejected> letters) {
    ring.tell(letters.stream().map(RejectedTold::new).toList());
  }

  /** Tells the status when it has changed, and as a sign of life. */
  private void look() throws InterruptedException {
    StatusTold now = new StatusTold(sources.status);
    boolean changed = status == null || !timeless(now).equals(timeless(status));
    status = now;
    if (changed || ++looks * BETWEEN_LOOKS.toMillis() >= limits.heartbeat().toMillis()) {
      looks = 0;
      ring.tell(List.of(now));
    }
    Thread.sleep(BETWEEN_LOOKS);
  }

  /** The status but for when it was read, which changes all the time. */
  private static String timeless(StatusTold status) {
    return READ_AT.matcher(new String(status.data(), UTF_8)).replaceAll("");
  }
}
