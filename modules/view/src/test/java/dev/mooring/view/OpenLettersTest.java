package dev.mooring.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import dev.mooring.contract.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenLettersTest {

  private static final Instant START = Instant.parse("2024-06-01T10:00:00Z");

  private final OpenLetters open = new OpenLetters(3);
  private final LetterIndex index = new LetterIndex();

  @Test
  void shouldKeepTheLatestByTheTimeOfTheRejection() {
    for (int offset : new int[] {4, 1, 3, 2}) {
      assertThat(open.take(letter(0, offset, offset, "INVALID"))).isPresent();
    }

    assertThat(open.latest())
        .extracting(letter -> letter.letter().offset())
        .containsExactly(4L, 3L, 2L);
  }

  @Test
  void shouldTellOfARecordThatWasRejectedAgainOnce() {
    Rejected first = letter(0, 1, 50, "INVALID");
    Rejected again = letter(2, 8, 50, "INVALID");
    Rejected otherwise = letter(0, 9, 50, "FAR_FUTURE");

    assertThat(open.take(first)).hasValue(first);
    assertThat(open.take(again)).isEmpty();
    assertThat(open.take(otherwise)).hasValue(otherwise);

    List.of(again, otherwise, first).forEach(index::add);
    assertThat(index.first(again)).hasValue(first.letter());
    assertThat(index.first(otherwise)).hasValue(otherwise.letter());
  }

  @Test
  void shouldCloseEveryLetterOfARecordThatWasMended() {
    // given a record that was rejected for two reasons, and another one
    Rejected first = letter(0, 1, 50, "NEWER_SCHEMA");
    Rejected second = letter(0, 2, 50, "INVALID");
    Rejected other = letter(0, 3, 51, "INVALID");
    List.of(first, second, other).forEach(open::take);

    // when
    MendedMark mark = mark(first, START);
    List<Rejected> closed = open.take(mark);

    // then
    assertThat(closed).containsExactly(first.with(mark), second.with(mark));
    assertThat(open.latest()).containsExactly(other);
    // and it stays mended when the events are read anew
    assertThat(open.take(letter(0, 4, 50, "INVALID"))).isEmpty();
    index.add(mark);
    assertThat(index.marked(second).mended()).hasValue(mark);
    assertThat(index.marked(other).mended()).isEmpty();
  }

  @Test
  void shouldCloseALetterThatDoesNotTellItsOriginByItsPlace() {
    Rejected unknown = letter(0, 1, -1, "java.lang.IllegalStateException");
    Rejected other = letter(0, 2, -1, "java.lang.IllegalStateException");
    List.of(unknown, other).forEach(open::take);
    MendedMark mark =
        new MendedMark(
            unknown.letter(),
            unknown.letter(),
            "id",
            new LogPlace(Topics.EVENTS.name(), 0, 9),
            START);

    assertThat(open.take(mark)).containsExactly(unknown.with(mark));
    assertThat(open.latest()).containsExactly(other);
  }

  @Test
  void shouldTakeTheLatestMark() {
    Rejected letter = letter(0, 1, 50, "INVALID");
    MendedMark later = mark(letter, START.plusSeconds(1));

    List.of(mark(letter, START), later, mark(letter, START)).forEach(index::add);

    assertThat(index.marked(letter).mended()).hasValue(later);
  }

  @Test
  void shouldForgetMarksOfLongAgo() {
    Rejected letter = letter(0, 100, 100, "INVALID");
    for (int offset = 0; offset < 50; offset++) {
      assertThat(open.take(mark(letter(0, offset, offset, "INVALID"), START))).isEmpty();
    }

    assertThat(open.take(letter)).isPresent();
    assertThat(open.take(letter(0, 101, 49, "INVALID"))).isEmpty();
    assertThat(open.take(letter(0, 102, 0, "INVALID"))).isPresent();
  }

  private static MendedMark mark(Rejected letter, Instant at) {
    return new MendedMark(
        letter.letter(), letter.origin(), "id", new LogPlace(Topics.EVENTS.name(), 0, 9), at);
  }

  private static Rejected letter(int partition, long offset, long origin, String reason) {
    return new Rejected(
        new LogPlace(Topics.REJECTED.name(), partition, offset),
        START.plusSeconds(offset),
        reason,
        List.of(),
        new LogPlace(origin < 0 ? "" : Topics.EVENTS.name(), origin < 0 ? -1 : 1, origin),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
