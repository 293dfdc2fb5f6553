package dev.mooring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.oracle.Oracle;
import dev.mooring.metrics.oracle.OracleRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.avro.specific.SpecificRecord;

/** Folds histories, and holds the rows against the oracle's. */
final class Folds {

  private static final List<TopicSpec> TOPICS =
      Topics.OUTPUTS.stream().filter(topic -> !topic.equals(Topics.LEDGER)).toList();

  private Folds() {}

  static Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows(Collection<Event> events) {
    MemoryFold fold = new MemoryFold();
    events.forEach(fold::add);
    return fold.rows();
  }

  static void assertSameAsOracle(
      Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows, Collection<Event> events) {
    OracleRows expected = Oracle.rows(events);
    for (TopicSpec topic : TOPICS) {
      assertThat(rows.get(topic)).as(topic.name()).isEqualTo(expected.of(topic));
    }
  }
}
