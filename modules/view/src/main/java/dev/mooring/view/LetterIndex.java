package dev.mooring.view;

import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which letters stand, and which of them are mended: about 200 bytes a letter, however large they
 * are. The first letter of a record and a reason stands; the latest mark counts.
 */
final class LetterIndex {

  private final Map<Rejected.Subject, First> firsts = new HashMap<>();
  private final Map<LogPlace, MendedMark> marks = new HashMap<>();

  private record First(Instant recorded, LogPlace letter) {

    static First of(Rejected letter) {
      return new First(letter.recorded(), letter.letter());
    }

    static First earlier(First one, First other) {
      return one.before(other) ? one : other;
    }

    private boolean before(First other) {
      int byTime = recorded.compareTo(other.recorded);
      int byPartition =
          byTime != 0 ? byTime : Integer.compare(letter.partition(), other.letter.partition());
      return (byPartition != 0 ? byPartition : Long.compare(letter.offset(), other.letter.offset()))
          < 0;
    }
  }

  void add(Rejected letter) {
    firsts.merge(letter.subject(), First.of(letter), First::earlier);
  }

  void add(MendedMark mark) {
    marks.merge(mark.origin(), mark, LetterIndex::later);
    marks.merge(mark.letter(), mark, LetterIndex::later);
  }

  /** The letter that stands for one and those like it; empty when none was added. */
  Optional<LogPlace> first(Rejected letter) {
    return Optional.ofNullable(firsts.get(letter.subject())).map(First::letter);
  }

  /** The letter with its mark, if it has one. */
  Rejected marked(Rejected letter) {
    MendedMark byOrigin = letter.hasOrigin() ? marks.get(letter.origin()) : null;
    MendedMark mark = byOrigin == null ? marks.get(letter.letter()) : byOrigin;
    return mark == null ? letter : letter.with(mark);
  }

  private static MendedMark later(MendedMark one, MendedMark other) {
    return one.at().isAfter(other.at()) ? one : other;
  }
}
