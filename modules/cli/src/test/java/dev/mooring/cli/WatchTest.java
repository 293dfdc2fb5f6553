package dev.mooring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.Topics;
import dev.mooring.contract.row.CityMetrics;
import dev.mooring.devstack.DevStack;
import dev.mooring.devstack.DevStackConfig;
import dev.mooring.registry.AvroSerializer;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are watched while they change, on a real broker and a real registry. */
@Timeout(120)
class WatchTest {

  @TempDir static Path data;

  private static DevStack stack;
  private static KafkaProducer<String, Object> producer;

  @BeforeAll
  static void startStack() {
    GeneratedTypes.trust();
    stack = DevStack.start(DevStackConfig.in(data, 0, 0));
    assertThat(Run.of(data, environment(), "topics", "apply").exitCode()).isZero();
    AvroSerializer values = new AvroSerializer();
    values.configure(Map.of("schema.registry.url", stack.registryUrl()), false);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()), new StringSerializer(), values);
  }

  @AfterAll
  static void stopStack() {
    producer.close();
    stack.close();
  }

  @Test
  void shouldTellEachRowThatChangesUntilItIsStopped() throws Exception {
    put("zug", 1);
    Watching watching =
        new Watching(Optional.empty(), "metrics", "cities", "zug", "--watch", "-o", "json");

    assertThat(watching.line()).contains("\"city\":\"zug\"", "\"accountsOpen\":1");
    put("seoul", 9);
    put("zug", 2);
    assertThat(watching.line()).contains("\"accountsOpen\":2", "\"withdrawn\":false");
    producer.send(new ProducerRecord<>(Topics.CITY_METRICS.name(), "zug", null)).get();
    assertThat(watching.line()).contains("\"accountsOpen\":2", "\"withdrawn\":true");
    assertThat(watching.stop()).isZero();
  }

  @Test
  void shouldDrawTheTableAgainWhenARowChanges() throws Exception {
    put("london", 1);
    Watching watching = new Watching(Optional.of(60), "metrics", "ranking", "london", "--watch");

    watching.lineWith(" london  \\| +1  \\|");
    put("london", 2);
    watching.lineWith(" london  \\| +\u001b\\[1m2\u001b\\[0m\\* \\|");
    assertThat(watching.stop()).isZero();
    assertThat(watching.rest()).endsWith("\u001b[?25h");
  }

  private static Map<String, String> environment() {
    return Map.of(
        "MOORING_BOOTSTRAP_SERVERS",
        stack.bootstrapServers(),
        "MOORING_REGISTRY_URL",
        stack.registryUrl());
  }

  private static void put(String city, long accountsOpen) throws Exception {
    CityMetrics row = CityMetrics.newBuilder().setCity(city).setAccountsOpen(accountsOpen).build();
    producer.send(new ProducerRecord<>(Topics.CITY_METRICS.name(), city, row)).get();
  }

  /** A command that runs on a thread of its own; interrupting that is to it what Ctrl-C is. */
  private static final class Watching {

    private final Scanner out;
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Thread thread;

    Watching(Optional<Integer> columns, String... arguments) throws Exception {
      PipedWriter pipe = new PipedWriter();
      this.out = new Scanner(new PipedReader(pipe, 1_000_000));
      Surroundings surroundings =
          new Surroundings(
              environment(),
              data,
              Optional.empty(),
              Clock.systemUTC(),
              columns,
              columns.map(terminal -> 24),
              false);
      this.thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (PrintWriter text = new PrintWriter(pipe)) {
                      exitCode.complete(
                          Mooring.commandLine(surroundings, text, new PrintWriter(err))
                              .execute(arguments));
                    }
                  });
    }

    String line() {
      assertThat(out.hasNextLine()).as("a further line; %s", err).isTrue();
      return out.nextLine();
    }

    /** Reads on to a line, which should be in one of the next few drawings. */
    void lineWith(String regex) {
      List<String> read = new ArrayList<>();
      Predicate<String> wanted = Pattern.compile(regex).asPredicate();
      while (read.isEmpty() || !wanted.test(read.getLast())) {
        assertThat(read).hasSizeLessThan(100);
        read.add(line());
      }
    }

    int stop() {
      thread.interrupt();
      return exitCode.join();
    }

    String rest() {
      StringBuilder rest = new StringBuilder();
      while (out.hasNextLine()) {
        rest.append(out.nextLine()).append('\n');
      }
      return rest.toString().stripTrailing();
    }
  }
}
