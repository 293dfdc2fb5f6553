package dev.mooring.benchmarks.bench;

import dev.mooring.benchmarks.engine.WithParent;
import dev.mooring.benchmarks.history.HistoryConfig;
import dev.mooring.benchmarks.history.HistoryGenerator;
import dev.mooring.benchmarks.rows.Rows;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.OracleRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rows should be, by the oracle, from the history itself: Kafka has no part in it.
 * Arguments: seed, number of events, file for the rows. Says how many rows there are.
 */
public final class OracleMain {

  private static final List<String> OPTIONS =
      List.of("-XX:MaxRAMPercentage=75", "-XX:+UseParallelGC");

  private OracleMain() {}

  /**
   * Asks it in a process apart, since it holds the whole history.
   *
   * @param dir for what it says on standard error
   * @param expected file for the rows
   * @return number of rows
   */
  public static long ask(Path dir, long seed, long events, Path expected) {
    try (ChildJvm oracle =
        ChildJvm.start(
            dir,
            OPTIONS,
            OracleMain.class,
            Long.toString(seed),
            Long.toString(events),
            expected.toString())) {
      return Long.parseLong(oracle.line());
    }
  }

  public static void main(String[] args) {
    WithParent.end();
    GeneratedTypes.trust();
    List<Event> events = new ArrayList<>();
    new HistoryGenerator(HistoryConfig.of(Long.parseLong(args[0]), Long.parseLong(args[1])))
        .forEachRemaining(events::add);
    OracleRows expected = Oracle.rows(events);
    Rows rows = new Rows();
    for (TopicSpec topic : Topics.OUTPUTS) {
      if (!topic.equals(Topics.LEDGER)) {
        rows.add(topic, expected.of(topic));
      }
    }
    rows.write(Path.of(args[2]));
    System.out.println(rows.size());
  }
}
