package dev.mooring.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.benchmarks.rows.CommittedRows;
import dev.mooring.benchmarks.rows.RowDifference;
import dev.mooring.benchmarks.rows.Rows;
import dev.mooring.cli.Mooring;
import dev.mooring.contract.Lane;
import dev.mooring.contract.Topics;
import dev.mooring.topology.Settling;
import dev.mooring.topology.TopologyConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A generated history, published by {@code mooring publish}, ends in the oracle's rows though the
 * topology is killed three times meanwhile.
 *
 * <p>A million events take some minutes, so the build takes fewer: {@code
 * -Dmooring.million.events=1000000 -Dmooring.test.heap=3g} runs it in full.
 */
class MillionEventsTest {

  private static final int PARTITIONS = 4;
  private static final String SEED = "5";
  private static final int EVENTS = Integer.getInteger("mooring.million.events", 100_000);
  private static final List<Integer> KILLED_AT_PERCENT = List.of(15, 40, 70);

  @TempDir private Path dir;

  @Test
  void shouldEndInTheRowsOfTheOracleAfterThreeKills() throws Exception {
    // given
    Path file = dir.resolve("history.jsonl");
    Path expected = dir.resolve("rows-expected.tsv");
    history(file);
    askOracle(expected);
    try (Stack stack = Stack.start(dir, PARTITIONS);
        Admin admin = Admin.create(settings(stack));
        CommittedRows committed = new CommittedRows(stack.bootstrap(), Lane.LIVE, Topics.OUTPUTS);
        ChildJvm publisher = publish(stack, file)) {

      // when
      for (int percent : KILLED_AT_PERCENT) {
        try (ChildJvm instance = topology(stack)) {
          awaitRead(admin, EVENTS / 100L * percent);
          instance.kill();
        }
      }
      assertThat(publisher.await()).isZero();
      settle(admin, stack, topology(stack));

      // then
      Rows rows = committed.read();
      rows.remove(Topics.LEDGER);
      Path actual = dir.resolve("rows.tsv");
      rows.write(actual);
      assertThat(RowDifference.between(expected, actual).first()).isEmpty();
    }
  }

  private static void history(Path file) {
    int code =
        new CommandLine(new HistoryCommand())
            .execute("--events", Integer.toString(EVENTS), "--seed", SEED, file.toString());
    assertThat(code).isZero();
    assertThat(file).exists();
  }

  private void askOracle(Path expected) {
    try (ChildJvm oracle =
        ChildJvm.start(
            dir,
            List.of("-XX:MaxRAMPercentage=50"),
            OracleMain.class,
            SEED,
            Integer.toString(EVENTS),
            expected.toString())) {
      assertThat(Long.parseLong(oracle.line())).isPositive();
    }
  }

  private ChildJvm publish(Stack stack, Path file) {
    return ChildJvm.start(
        dir,
        List.of("-Xmx512m"),
        Mooring.class,
        "publish",
        file.toString(),
        "--bootstrap",
        stack.bootstrap(),
        "--registry",
        stack.registry());
  }

  private ChildJvm topology(Stack stack) throws Exception {
    Path state = Files.createDirectories(dir.resolve("state"));
    ChildJvm instance =
        ChildJvm.start(
            dir,
            List.of("-Xmx2g"),
            TopologyChild.class,
            stack.bootstrap(),
            stack.registry(),
            Integer.toString(PARTITIONS),
            state.toString());
    instance.expect(TopologyChild.READY);
    return instance;
  }

  private static void awaitRead(Admin admin, long events) {
    Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> read(admin) >= events);
  }

  private static long read(Admin admin) throws Exception {
    return admin
        .listConsumerGroupOffsets(TopologyConfig.LIVE)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().topic().equals(Topics.EVENTS.name()))
        .mapToLong(entry -> entry.getValue().offset())
        .sum();
  }

  private static void settle(Admin admin, Stack stack, ChildJvm last) throws InterruptedException {
    try (last) {
      boolean settled =
          new Settling(admin, settings(stack), TopologyConfig.LIVE)
              .await(Duration.ofMinutes(10), (topic, left) -> {});
      assertThat(settled).isTrue();
    }
  }

  private static Map<String, Object> settings(Stack stack) {
    return Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrap());
  }
}
