package dev.mooring.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The facts of one mooring in the order of {@link FactOrder#LIFE}, and what they come to.
 *
 * <p>It remembers the state before every {@value #STRIDE}th fact, and at the end. A fact that
 * changes k places before the end costs k steps and at most {@value #STRIDE} more, however long the
 * mooring has lived; one that is appended costs one step.
 */
final class Timeline {

  private static final int STRIDE = 64;

  private final List<Fact> facts = new ArrayList<>(4);
  private final List<MooringState> checkpoints = new ArrayList<>(1);
  private final Flows unheard;
  private MooringState end = MooringState.START;

  Timeline() {
    this(Flows.IGNORED);
  }

  /**
   * A timeline whose steps can be counted.
   *
   * @param unheard is told of steps that are gone over again, which nobody else is to hear of
   */
  Timeline(Flows unheard) {
    this.unheard = unheard;
  }

  /** What the facts come to. */
  MooringState end() {
    return end;
  }

  /** The facts in order. Not to be changed by the caller. */
  List<Fact> facts() {
    return facts;
  }

  /** Whether no fact but withdrawals of the bank is left: such a mooring does not exist. */
  boolean isEmpty() {
    return end.events() == 0;
  }

  /** Adds facts in any order, telling nobody. */
  void load(List<Fact> more) {
    facts.addAll(more);
    facts.sort(FactOrder.LIFE);
    run(0, MooringState.START, unheard);
  }

  /** Tells all that happened, from the first fact to the last. */
  void replay(Flows flows) {
    MooringState state = MooringState.START;
    for (Fact fact : facts) {
      state = state.after(fact, flows);
    }
  }

  /**
   * Puts one fact in the place of another.
   *
   * @param old the fact that goes; null for none
   * @param fact the fact that comes; null for none
   * @param gone is told what is no longer true
   * @param come is told what is true instead
   */
  void replace(Fact old, Fact fact, Flows gone, Flows come) {
    int oldAt = old == null ? facts.size() : position(old);
    int newAt = fact == null ? facts.size() : insertion(fact);
    int from = Math.min(oldAt, newAt);
    MooringState before = stateBefore(from);
    MooringState state = before;
    for (Fact was : facts.subList(from, facts.size())) {
      state = state.after(was, gone);
    }
    if (old != null) {
      facts.remove(oldAt);
    }
    if (fact != null) {
      facts.add(old != null && oldAt < newAt ? newAt - 1 : newAt, fact);
    }
    run(from, before, come);
  }

  private int position(Fact fact) {
    int at = Collections.binarySearch(facts, fact, FactOrder.LIFE);
    if (at < 0) {
      throw new IllegalStateException("no such fact in the timeline: " + fact);
    }
    return at;
  }

  /** Few facts come before others that are known already, so the end is tried first. */
  private int insertion(Fact fact) {
    if (facts.isEmpty() || FactOrder.LIFE.compare(facts.getLast(), fact) <= 0) {
      return facts.size();
    }
    int at = Collections.binarySearch(facts, fact, FactOrder.LIFE);
    return at < 0 ? -at - 1 : at;
  }

  private MooringState stateBefore(int index) {
    if (index == facts.size()) {
      return end;
    }
    int stride = index / STRIDE;
    MooringState state = checkpoints.get(stride);
    for (int i = stride * STRIDE; i < index; i++) {
      state = state.after(facts.get(i), unheard);
    }
    return state;
  }

  private void run(int from, MooringState before, Flows flows) {
    MooringState state = before;
    for (int i = from; i < facts.size(); i++) {
      if (i % STRIDE == 0) {
        checkpoint(i / STRIDE, state);
      }
      state = state.after(facts.get(i), flows);
    }
    end = state;
  }

  /** Checkpoints behind the last fact may be left over; none is read before it is written anew. */
  private void checkpoint(int index, MooringState state) {
    if (index == checkpoints.size()) {
      checkpoints.add(state);
    } else {
      checkpoints.set(index, state);
    }
  }
}
