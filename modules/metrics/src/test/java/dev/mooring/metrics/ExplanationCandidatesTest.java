package dev.mooring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Event;
import dev.mooring.metrics.oracle.RandomHistory;
import dev.mooring.metrics.oracle.World;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationCandidatesTest {

  @ParameterizedTest
  @CsvSource({"BANK, bank-3", "CITY, city-5", "COUNTRY, HK"})
  void shouldLeaveOutNoEventThatMatters(Scope scope, String id) {
    List<Event> events = new RandomHistory(9, new World(6, 30, 8, 60)).take(1_500);
    for (String field : Explanation.fields(scope)) {
      Count count = Count.of(scope, id, field);
      ExplanationCandidates candidates = new ExplanationCandidates(count);
      events.forEach(candidates::see);
      List<Event> some = events.stream().filter(candidates::matters).toList();

      assertThat(some).hasSizeLessThan(events.size());
      assertThat(Explanation.of(count, some)).isEqualTo(Explanation.of(count, events));
      assertThat(candidates.ids()).contains(id);
    }
  }
}
