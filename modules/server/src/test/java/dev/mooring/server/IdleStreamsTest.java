package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.Topics;
import dev.mooring.contract.row.CountryMetrics;
import dev.mooring.metrics.MemoryFold;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand clients that follow and hear nothing for long, as open dashboards do. */
@Timeout(60)
class IdleStreamsTest {

  private static final int STREAMS = 1_000;
  private static final int DEAF = 50;
  private static final int CHANGES = 40;

  private final ServerFixture fixture = new ServerFixture();
  private final List<RawClient> streams = new ArrayList<>();
  private final CountryMetrics row = anyCountry();

  @BeforeEach
  void follow() throws IOException {
    for (int i = 0; i < STREAMS; i++) {
      RawClient stream = new RawClient(fixture.address());
      streams.add(stream);
      stream.send("GET /api/v1/stream?topics=countries HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    for (RawClient stream : streams) {
      stream.readUntil("event: joined");
    }
  }

  @AfterEach
  void stop() throws IOException {
    for (RawClient stream : streams) {
      stream.hangUp();
    }
    fixture.close();
  }

  @Test
  void shouldTellAllOfThemOfAChangeWithoutAThreadForEach() throws IOException {
    // when
    put(1);

    // then
    for (RawClient stream : streams) {
      assertThat(stream.readUntil("event: row")).contains("event: joined");
    }
    assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(STREAMS / 5);
  }

  @Test
  void shouldTellSomeWhileOthersDoNotListenAndGoOnAnswering() throws IOException {
    // given somebody who reads all the time, and some who follow but never read
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Integer> reads =
        CompletableFuture.supplyAsync(
            () -> answersUntil(done), work -> Thread.ofVirtual().start(work));

    // when much changes
    for (int i = 1; i <= CHANGES; i++) {
      put(i);
    }

    // then those who listen hear the last of it, and reads went on
    for (RawClient stream : streams.subList(DEAF, STREAMS)) {
      stream.readUntil("\"events\":" + CHANGES + ",");
    }
    done.set(true);
    assertThat(reads.join()).isPositive();
  }

  /** How many were answered, all of them as they should be. */
  private int answersUntil(AtomicBoolean done) {
    int answers = 0;
    do {
      assertThat(fixture.get("/health/ready").statusCode()).isEqualTo(200);
      answers++;
    } while (!done.get());
    return answers;
  }

  private void put(long events) {
    CountryMetrics next = CountryMetrics.newBuilder(row).build();
    next.put("events", events);
    fixture.view.put(Topics.COUNTRY_METRICS, "HK", next);
    fixture.view.publish();
  }

  private static CountryMetrics anyCountry() {
    MemoryFold fold = new MemoryFold();
    Samples.events().forEach(fold::add);
    return (CountryMetrics) fold.rows().get(Topics.COUNTRY_METRICS).firstEntry().getValue();
  }
}
