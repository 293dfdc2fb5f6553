package dev.mooring.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application may block every thread of the common pool, and still wants its schemas. */
class BusyCommonPoolTest {

  private final CountDownLatch done = new CountDownLatch(1);
  private ScriptedRegistry registry;
  private SchemaRegistryClient client;

  @BeforeEach
  void start() throws Exception {
    registry = new ScriptedRegistry(ScriptedRegistry.ok("{\"schema\":\"\\\"string\\\"\"}"));
    client =
        new SchemaRegistryClient(
            RegistryConfig.from(
                Map.of(
                    RegistryConfig.URL,
                    registry.url(),
                    "http.read.timeout.ms",
                    "3000",
                    "max.retries",
                    "0")));
    block();
  }

  @AfterEach
  void stop() throws IOException {
    done.countDown();
    client.close();
    registry.close();
  }

  private void block() throws InterruptedException {
    int threads = Math.max(1, ForkJoinPool.getCommonPoolParallelism());
    CountDownLatch blocked = new CountDownLatch(threads);
    for (int thread = 0; thread < threads; thread++) {
      ForkJoinPool.commonPool().execute(() -> hold(blocked));
    }
    blocked.await();
  }

  private void hold(CountDownLatch blocked) {
    blocked.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldGetAnAnswerWhileTheCommonPoolIsBlocked() {
    // when
    Schema schema = client.schemaById(8);

    // then
    assertThat(schema).isEqualTo(Schema.create(Schema.Type.STRING));
  }
}
