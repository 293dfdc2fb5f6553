package dev.mooring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.event.Reason;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonsTest {

  @Test
  void shouldCountEachReasonOfEachKindApart() {
    // given
    Reasons reasons = new Reasons();
    Map<ReasonKey, Long> expected = new HashMap<>();

    // when
    long count = 1;
    for (ReasonKind kind : ReasonKind.values()) {
      expected.put(new ReasonKey(kind, null), count++);
      for (Reason reason : Reason.values()) {
        expected.put(new ReasonKey(kind, reason), count++);
      }
    }
    expected.forEach(reasons::add);

    // then
    Map<ReasonKey, Long> visited = new HashMap<>();
    reasons.forEach(visited::put);
    assertThat(visited).isEqualTo(expected);
    expected.forEach((key, sum) -> assertThat(reasons.get(key)).isEqualTo(sum));
  }

  @Test
  void shouldForgetAReasonThatComesToNothing() {
    // given
    ReasonKey key =
        new ReasonKey(
            ReasonKind.CLOSURE, Reason.valueOf(Reason.getClassSchema().getEnumSymbols().get(1)));
    Reasons reasons = new Reasons();

    // when
    reasons.add(key, -2);
    boolean emptyBetween = reasons.isEmpty();
    reasons.add(key, 2);

    // then
    assertThat(emptyBetween).isFalse();
    assertThat(reasons.isEmpty()).isTrue();
    assertThat(reasons.get(key)).isZero();
    reasons.forEach((any, count) -> assertThat(any).as("a reason without a count").isNull());
  }
}
