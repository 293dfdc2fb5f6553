package dev.mooring.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One fact that takes the place of another among the facts of a pair, or a half of that.
 *
 * @param old the fact that goes; null for none
 * @param fact the fact that comes; null for none
 * @param newcomer the fact that comes, if not in this half, then in the other
 * @param all gives the facts that there are afterwards
 */
record Exchange(Fact old, Fact fact, Fact newcomer, Supplier<List<Fact>> all) {

  static Exchange of(Fact old, Fact fact, Supplier<List<Fact>> all) {
    return new Exchange(old, fact, fact, all);
  }

  /** Whether nothing goes and nothing comes. */
  boolean isNone() {
    return old == null && fact == null;
  }

  /** Its first half: the old fact goes. */
  Exchange leaving() {
    return new Exchange(old, null, newcomer, all);
  }

  /** Its second half: the new fact comes. */
  Exchange coming() {
    return new Exchange(null, fact, newcomer, all);
  }

  /** The facts that there are when all is done. */
  List<Fact> after() {
    return all.get();
  }

  /**
   * Facts as they were before.
   *
   * @param facts as they are when all is done; they may be copies, so they are told by contents
   */
  List<Fact> undone(List<Fact> facts) {
    List<Fact> before = new ArrayList<>(facts.size() + 1);
    for (Fact one : facts) {
      if (newcomer == null || !one.sameContent(newcomer)) {
        before.add(one);
      }
    }
    if (old != null) {
      before.add(old);
    }
    return before;
  }
}
