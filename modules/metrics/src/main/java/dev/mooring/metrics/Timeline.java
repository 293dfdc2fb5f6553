package dev.mooring.metrics;

import dev.mooring.contract.event.EventType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * The facts of one mooring in the order of {@link FactOrder#LIFE}, and what they come to.
 *
 * <p>It remembers the state before every {@value #STRIDE}th fact, and at the end. A fact that
 * changes k places before the end costs k steps and at most {@value #STRIDE} more, however long the
 * mooring has lived; one that is appended costs one step.
 *
 * <p>It may {@linkplain #forget forget} its facts: then it still takes what comes behind the last
 * of them, and for all else must be given them again.
 */
final class Timeline {

  private static final int STRIDE = 64;

  private final Flows unheard;
  private List<Fact> facts = new ArrayList<>(0);
  private List<MooringState> checkpoints;
  private MooringState end = MooringState.START;

  /** Where the last fact stands in {@link FactOrder#LIFE}; no type: there is no fact. */
  private EventType lastType;

  private long lastAt;
  private long lastIdHigh;
  private long lastIdLow;

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

  /** The facts in order; null when they are forgotten. Not to be changed by the caller. */
  List<Fact> facts() {
    return facts;
  }

  /** Whether no fact but withdrawals of the bank is left: such a mooring does not exist. */
  boolean isEmpty() {
    return end.events() == 0;
  }

  /** Takes facts in any order in the place of those that it had, telling nobody. */
  void load(Collection<Fact> all) {
    facts = new ArrayList<>(all);
    facts.sort(FactOrder.LIFE);
    checkpoints = null;
    run(0, MooringState.START, unheard);
  }

  /** Forgets the facts, which are kept elsewhere too. */
  void forget() {
    facts = null;
    checkpoints = null;
  }

  /** Takes the facts back, if it has forgotten them. */
  void recall(Supplier<List<Fact>> own) {
    if (facts == null) {
      load(own.get());
    }
  }

  /** Whether nothing goes, and what comes is the new last: for that no other fact is needed. */
  boolean isAppended(Fact old, Fact fact) {
    return old == null
        && fact != null
        && (lastType == null
            || FactOrder.compareInLife(lastAt, lastType, lastIdHigh, lastIdLow, fact) < 0);
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
    if (isAppended(old, fact)) {
      append(fact, come);
    } else {
      replaceWithin(old, fact, gone, come);
    }
  }

  private void replaceWithin(Fact old, Fact fact, Flows gone, Flows come) {
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

  private void append(Fact fact, Flows come) {
    if (facts == null) {
      end = end.after(fact, come);
      noteLast(fact);
    } else {
      facts.add(fact);
      run(facts.size() - 1, end, come);
    }
  }

  private int position(Fact fact) {
    int at = Collections.binarySearch(facts, fact, FactOrder.LIFE);
    if (at < 0) {
      throw new IllegalStateException("no such fact in the timeline: " + fact);
    }
    return at;
  }

  private int insertion(Fact fact) {
    int at = Collections.binarySearch(facts, fact, FactOrder.LIFE);
    return at < 0 ? -at - 1 : at;
  }

  private MooringState stateBefore(int index) {
    if (index == facts.size()) {
      return end;
    }
    int stride = index / STRIDE;
    MooringState state = stride == 0 ? MooringState.START : checkpoints.get(stride - 1);
    for (int i = stride * STRIDE; i < index; i++) {
      state = state.after(facts.get(i), unheard);
    }
    return state;
  }

  private void run(int from, MooringState before, Flows flows) {
    MooringState state = before;
    for (int i = from; i < facts.size(); i++) {
      if (i > 0 && i % STRIDE == 0) {
        checkpoint(i / STRIDE - 1, state);
      }
      state = state.after(facts.get(i), flows);
    }
    end = state;
    noteLast(facts.isEmpty() ? null : facts.getLast());
  }

  /** Checkpoints behind the last fact may be left over; none is read before it is written anew. */
  private void checkpoint(int index, MooringState state) {
    if (checkpoints == null) {
      checkpoints = new ArrayList<>(1);
    }
    if (index == checkpoints.size()) {
      checkpoints.add(state);
    } else {
      checkpoints.set(index, state);
    }
  }

  private void noteLast(Fact last) {
    lastType = last == null ? null : last.type();
    if (last != null) {
      lastAt = last.occurredAt();
      lastIdHigh = last.idHigh();
      lastIdLow = last.idLow();
    }
  }
}
