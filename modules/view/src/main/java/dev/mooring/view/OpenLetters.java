package dev.mooring.view;

import dev.mooring.contract.LogPlace;
import dev.mooring.contract.MendedMark;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The latest letters that are open, of all that are taken one by one. For one thread. */
final class OpenLetters {

  private static final Comparator<Rejected> OLDEST_FIRST =
      Comparator.comparing(Rejected::recorded)
          .thenComparingInt(letter -> letter.letter().partition())
          .thenComparingLong(letter -> letter.letter().offset());

  private final int most;
  private final TreeSet<Rejected> letters = new TreeSet<>(OLDEST_FIRST);
  private final Map<Rejected.Subject, Rejected> bySubject = new HashMap<>();
  private final Map<LogPlace, MendedMark> marks = new LinkedHashMap<>();

  /**
   * @param most how many letters, and how many marks, are remembered
   */
  OpenLetters(int most) {
    this.most = most;
  }

  /** Takes a letter; returns it when it is news. */
  Optional<Rejected> take(Rejected letter) {
    if (marks.containsKey(letter.origin()) || bySubject.containsKey(letter.subject())) {
      return Optional.empty();
    }
    letters.add(letter);
    bySubject.put(letter.subject(), letter);
    if (letters.size() > most) {
      bySubject.remove(letters.removeFirst().subject());
    }
    return Optional.of(letter);
  }

  /** Takes a mark; returns the letters that it closes, as mended. */
  List<Rejected> take(MendedMark mark) {
    marks.put(mark.origin(), mark);
    if (marks.size() > most) {
      marks.remove(marks.keySet().iterator().next());
    }
    List<Rejected> closed =
        letters.stream()
            .filter(
                letter ->
                    letter.origin().equals(mark.origin()) || letter.letter().equals(mark.letter()))
            .toList();
    closed.forEach(letters::remove);
    closed.forEach(letter -> bySubject.remove(letter.subject()));
    return closed.stream().map(letter -> letter.with(mark)).toList();
  }

  /** The last one first. */
  List<Rejected> latest() {
    return List.copyOf(letters.descendingSet());
  }
}
