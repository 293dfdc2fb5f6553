package dev.mooring.server.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mooring.server.stream.Entry.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** One client that follows feeds, on a thread of its own. */
final class Session {

  /** Tombstones are kept for 24 h: who was away for longer may miss that a row is gone. */
  private static final Duration WHOLE_PAST = Duration.ofHours(23);

  private static final Duration TO_GET_AHEAD = Duration.ofSeconds(5);
  private static final long RETRY_MS = 1_000;

  private final Hub hub;
  private final StreamFilter filter;
  private final boolean mayPublish;
  private final Wire wire;
  private final Places places;
  private Instant since;

  Session(Hub hub, StreamFilter filter, boolean mayPublish, OutputStream out) {
    this.hub = hub;
    this.filter = filter;
    this.mayPublish = mayPublish;
    this.wire = new Wire(out);
    this.places = new Places(filter.feeds());
    this.since = hub.now();
  }

  /** Tells the client what it asked for, until it goes or the server stops. */
  void run(Optional<String> lastId) throws IOException, InterruptedException {
    wire.retry(RETRY_MS);
    wire.flush();
    while (!hub.ring().awaitOpen(hub.limits().heartbeat())) {
      heartbeat();
    }
    begin(lastId);
    status();
    boolean goOn = true;
    while (goOn && !hub.ring().closed()) {
      OptionalLong from = hub.ring().find(places);
      goOn = from.isPresent() ? follow(from.getAsLong()) : catchUp();
    }
    if (goOn) {
      bye("the server stops");
    }
  }

  private void begin(Optional<String> lastId) throws IOException, InterruptedException {
    if (lastId.isEmpty()) {
      places.reach(hub.ring().head());
      say("joined", "{\"resumed\":false}");
      return;
    }
    Optional<PlaceId> id = lastId.flatMap(PlaceId::decode).filter(this::ofTheseFeeds);
    if (id.isPresent() && reachable(id.get().places())) {
      places.reach(id.get().places());
      since = id.get().issued();
      say("joined", "{\"resumed\":true}");
    } else {
      reset();
    }
  }

  private boolean ofTheseFeeds(PlaceId id) {
    return id.places().feeds().equals(places.feeds());
  }

  /** Another server may have been ahead of this one, or the topics were made anew. */
  private boolean reachable(Places wanted) throws InterruptedException {
    long giveUp = System.nanoTime() + TO_GET_AHEAD.toNanos();
    while (!hub.ring().head().covers(wanted)) {
      if (System.nanoTime() > giveUp || hub.ring().closed()) {
        return false;
      }
      Thread.sleep(Duration.ofMillis(50));
    }
    return true;
  }

  /** Reads the ring; false when the client is told to go. */
  private boolean follow(long from) throws IOException, InterruptedException {
    long next = from;
    while (!hub.ring().closed()) {
      Ring.Batch batch = hub.ring().read(next, hub.limits().heartbeat());
      if (batch.lapped()) {
        return goOnBehind();
      }
      if (batch.entries().isEmpty()) {
        heartbeat();
      } else {
        wire.timed(
            () -> {
              for (Entry entry : batch.entries()) {
                take(entry);
              }
            });
      }
      next = batch.next();
    }
    return true;
  }

  /** A burst may outrun everybody; but who takes long to receive would only fall behind again. */
  private boolean goOnBehind() throws IOException {
    if (wire.longestNanos() > hub.limits().slow().toNanos()) {
      bye("too slow: what comes next is remembered no longer");
      return false;
    }
    since = hub.now();
    return true;
  }

  /** Tells from Kafka what the ring has forgotten; when that cannot be, the client starts anew. */
  private boolean catchUp() throws IOException, InterruptedException {
    boolean whole = since.isAfter(hub.now().minus(WHOLE_PAST));
    if (!whole || !new CatchUp(hub, places, this::takeOrFail).run()) {
      reset();
    }
    since = hub.now();
    return true;
  }

  private void takeOrFail(Entry entry) {
    try {
      take(entry);
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  private void take(Entry entry) throws IOException {
    if (entry instanceof Told told) {
      boolean news =
          told.offset() < 0 || told.offset() >= places.next(told.feed(), told.partition());
      Ring.pass(places, entry);
      Optional<Told> mine = news ? filter.of(told) : Optional.empty();
      if (mine.isPresent()) {
        wire.event(mine.get().feed().message(), id(), data(mine.get()));
      }
    } else {
      Ring.pass(places, entry);
    }
  }

  /** The status says, too, whether this caller may publish. */
  private byte[] data(Told told) {
    if (told.feed() != Feed.STATUS) {
      return told.data();
    }
    String status = new String(told.data(), UTF_8);
    return (status.substring(0, status.length() - 1) + ",\"publish\":" + mayPublish + "}")
        .getBytes(UTF_8);
  }

  private void heartbeat() throws IOException {
    wire.timed(wire::comment);
  }

  private void status() throws IOException {
    Optional<Told> status = hub.status().flatMap(filter::of);
    if (status.isPresent()) {
      wire.event(Feed.STATUS.message(), id(), data(status.get()));
    }
    wire.flush();
  }

  private void reset() throws IOException {
    places.reach(hub.ring().head());
    say("reset", "{}");
  }

  private void bye(String why) throws IOException {
    say("bye", "{\"reason\":\"" + why + "\"}");
  }

  private void say(String name, String data) throws IOException {
    wire.event(name, id(), data.getBytes(UTF_8));
    wire.flush();
  }

  private String id() {
    return new PlaceId(hub.now(), places).encode();
  }
}
