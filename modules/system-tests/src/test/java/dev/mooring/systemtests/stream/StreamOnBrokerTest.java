package dev.mooring.systemtests.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.server.stream.StreamLimits;
import dev.mooring.systemtests.dashboard.LiveStack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who follows the stream over a real broker, and is cut off again and again, has it all. */
@Timeout(300)
class StreamOnBrokerTest {

  /** An event changes more than five rows, so the ring forgets within a few events. */
  private static final StreamLimits FORGETFUL =
      new StreamLimits(32, Duration.ofMillis(200), Duration.ofSeconds(2), 100_000);

  /** Enough to pass the ring; and of all cuts together no more than a client is caught up with. */
  private static final int EVENTS_A_CUT = 40;

  private static final int CUTS = 9;
  private static final int MOST_LOOKS = 100;
  private static final List<String> CITIES = List.of("hong-kong", "singapore", "zurich", "dubai");
  private static final Instant BEGIN = Instant.parse("2024-02-01T00:00:00Z");

  /** Topics of rows by path, with the fields of their keys. */
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "banks", List.of("bank"),
          "cities", List.of("city"),
          "countries", List.of("country"),
          "bank-daily", List.of("bank", "day"),
          "moorings", List.of("bank", "firm", "city"),
          "reasons", List.of("scope", "id", "kind", "reason"));

  private final Random random = new Random(7);
  private final AtomicInteger published = new AtomicInteger();
  private final Semaphore mayPublish = new Semaphore(0);
  private final Follower follower =
      new Follower("topics=events,status," + String.join(",", new TreeSet<>(KEYS.keySet())));
  private LiveStack stack;

  @BeforeEach
  void start() throws Exception {
    stack = LiveStack.start();
    stack.restart(FORGETFUL);
  }

  @AfterEach
  void stop() throws IOException {
    follower.close();
    stack.close();
  }

  @Test
  void shouldMissNothingAndRepeatNothingOverCutsAndRestarts() throws Exception {
    // given who joined, and then read the lists
    follower.follow(stack.url(), "joined"::equals);
    follower.rows.putAll(rows());
    Set<String> before = events();
    CompletableFuture<Void> writer = apart(this::write);

    // when events come, and the connection breaks again and again
    for (int cut = 0; cut < CUTS; cut++) {
      mayPublish.release(EVENTS_A_CUT);
      followSome();
      switch (cut % 4) {
        case 1 -> awaitPublished((cut + 1) * EVENTS_A_CUT);
        case 2 -> stack.restart(FORGETFUL);
        case 3 -> restartUnderneath();
        default -> {} // comes back at once
      }
    }
    writer.join();
    stack.awaitSettled();
    awaitRead();
    followUntilTold();

    // then
    Set<String> news = events();
    news.removeAll(before);
    assertThat(follower.messages).doesNotContain("reset").contains("bye");
    assertThat(follower.rows.entrySet()).containsExactlyElementsOf(rows().entrySet());
    assertThat(follower.events).doesNotHaveDuplicates().hasSameElementsAs(news);
    assertThat(follower.versions).doesNotHaveDuplicates().hasSizeGreaterThan(EVENTS_A_CUT);
    assertThat(news).hasSize(published.get());
  }

  /** Until the view has the last of it. */
  private void awaitRead() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                banks().stream().mapToInt(bank -> bank.get("events").asInt()).sum()
                    == published.get());
  }

  private List<JsonNode> banks() throws IOException, InterruptedException {
    return follower.list(stack.url(), "banks").stream()
        .filter(bank -> bank.get("bank").asText().startsWith("cut-bank-"))
        .toList();
  }

  private void followSome() throws InterruptedException {
    AtomicInteger left = new AtomicInteger(1 + random.nextInt(80));
    follower.follow(stack.url(), message -> left.decrementAndGet() == 0);
  }

  /** The server goes while it is followed. */
  private void restartUnderneath() throws InterruptedException {
    CompletableFuture<Void> restarted = apart(() -> stack.restart(FORGETFUL));
    follower.follow(stack.url(), "bye"::equals);
    restarted.join();
  }

  /** On a thread of its own: who waits in the common pool keeps others from it. */
  private static CompletableFuture<Void> apart(Runnable task) {
    return CompletableFuture.runAsync(task, Thread.ofPlatform().daemon()::start);
  }

  private void awaitPublished(int events) {
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> published.get() >= events);
  }

  /** All is there to be told; the status comes now and then, and gives the chance to look. */
  private void followUntilTold() throws Exception {
    Map<String, JsonNode> rows = rows();
    AtomicInteger looks = new AtomicInteger();
    follower.follow(
        stack.url(),
        message ->
            message.equals("status")
                && (follower.rows.equals(rows) || looks.incrementAndGet() == MOST_LOOKS));
  }

  /** Each event is later than all before it, so no count is ever again what it was. */
  private void write() {
    Random dice = new Random(11);
    for (int number = 0; number < CUTS * EVENTS_A_CUT; number++) {
      mayPublish.acquireUninterruptibly();
      stack.publish(event(number, dice));
      published.incrementAndGet();
    }
  }

  private static String event(int number, Random dice) {
    String type =
        List.of(
                "\"OUTREACH_MADE\"",
                "\"ACCOUNT_OPENED\"",
                "\"RELATIONSHIP_CLOSED\",\"reason\":\"DE_RISK\"")
            .get(dice.nextInt(3));
    return "{\"id\":\"%s\",\"type\":%s,\"bank\":\"%s\",\"firm\":\"%s\",\"city\":\"%s\",\"occurredAt\":\"%s\",\"source\":\"test\"}"
        .formatted(
            UUID.nameUUIDFromBytes(("event " + number).getBytes(UTF_8)),
            type,
            "cut-bank-" + dice.nextInt(5),
            "firm-" + dice.nextInt(5),
            CITIES.get(dice.nextInt(CITIES.size())),
            BEGIN.plus(Duration.ofMinutes(number)));
  }

  private Map<String, JsonNode> rows() throws IOException, InterruptedException {
    Map<String, JsonNode> rows = new TreeMap<>();
    for (Map.Entry<String, List<String>> topic : KEYS.entrySet()) {
      for (JsonNode item : follower.list(stack.url(), topic.getKey())) {
        ((ObjectNode) item).remove("ratios");
        rows.put(topic.getKey() + " " + key(item, topic.getValue()), item);
      }
    }
    return rows;
  }

  private static String key(JsonNode item, List<String> fields) {
    return String.join("/", fields.stream().map(field -> item.get(field).asText("-")).toList());
  }

  private Set<String> events() throws IOException, InterruptedException {
    Set<String> events = new TreeSet<>();
    for (JsonNode item : follower.list(stack.url(), "events")) {
      events.add(item.get("partition").asInt() + "-" + item.get("offset").asInt());
    }
    return events;
  }
}
