package dev.mooring.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.metrics.Measure;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.Rows;
import dev.mooring.metrics.Scope;
import dev.mooring.metrics.Tally;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static final int DAY = 19_500;

  @Test
  void shouldMakeTheRowThatTheWholeTallyMakes() throws IOException {
    // given
    Tally whole = tally();
    Summary summary = summary(whole);

    // when
    Summary kept = kept(summary);

    // then
    assertThat(Rows.metrics(Scope.CITY, "hong-kong", kept.toTally()))
        .isEqualTo(Rows.metrics(Scope.CITY, "hong-kong", whole));
  }

  @Test
  void shouldComeToNothingWhenAllIsTakenAway() {
    // given
    Tally whole = tally();
    Summary summary = summary(whole);

    // when
    summary.subtract(whole);
    summary.day(DAY, false);
    summary.day(-1, false);
    summary.day(DAY + 64, false);
    summary.member(Member.OPEN_BY_BANK, 3, 0);
    summary.member(Member.OPEN_BY_BANK, 1, 0);
    summary.member(Member.MOORINGS_BY_FIRM, 2, 0);

    // then
    assertThat(summary.isZero()).isTrue();
  }

  private static Tally tally() {
    Tally tally = new Tally();
    tally.add(Measure.EVENTS, 3);
    tally.add(Measure.ACCOUNTS_OPEN, 4);
    tally.addDaysToOpen(30, 2);
    tally.addDaysToOpen(90, 1);
    tally.addOn(DAY, Measure.EVENTS, 1);
    tally.addOn(-1, Measure.EVENTS, 1);
    tally.addOn(DAY + 64, Measure.EVENTS, 1);
    tally.addOn(DAY + 65, Measure.ACCOUNTS_CLOSED, 1);
    tally.addMember(Member.OPEN_BY_BANK, "za-bank", 3);
    tally.addMember(Member.OPEN_BY_BANK, "zb-bank", 1);
    tally.addMember(Member.MOORINGS_BY_FIRM, "osl", 2);
    return tally;
  }

  private static Summary summary(Tally whole) {
    Summary summary = new Summary();
    summary.add(whole);
    whole.days().forEach((counts, day) -> summary.day(day, counts.get(Measure.EVENTS) > 0));
    whole.forEachMember(
        (member, all) -> all.forEach((id, count) -> summary.member(member, 0, count)));
    return summary;
  }

  private static Summary kept(Summary summary) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    summary.write(new DataOutputStream(bytes));
    return Summary.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
