package dev.mooring.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The standing BANK_WITHDREW events of one bank. They are decided under the bank's own key, and
 * belong to moorings under other keys.
 *
 * @param facts one a event, in no order that means anything
 */
public record Withdrawals(List<Fact> facts) {

  /** A bank that has not withdrawn. */
  public static final Withdrawals NONE = new Withdrawals(List.of());

  public Withdrawals {
    facts = List.copyOf(facts);
  }

  /** The same with a fact in the place of the one with its id, or one more. */
  public Withdrawals with(Fact fact) {
    List<Fact> others = others(fact);
    others.add(fact);
    return new Withdrawals(others);
  }

  /** The same without the fact of an event. */
  public Withdrawals without(Content event) {
    return new Withdrawals(others(event));
  }

  /** Tells each (old, new) pair in which another differs; null for a missing one. */
  void differences(Withdrawals now, BiConsumer<Fact, Fact> consumer) {
    for (Fact fact : facts) {
      Fact successor = now.find(fact);
      if (!fact.equals(successor)) {
        consumer.accept(fact, successor);
      }
    }
    for (Fact fact : now.facts) {
      if (find(fact) == null) {
        consumer.accept(null, fact);
      }
    }
  }

  private Fact find(Content event) {
    for (Fact fact : facts) {
      if (fact.sameEvent(event)) {
        return fact;
      }
    }
    return null;
  }

  private List<Fact> others(Content event) {
    List<Fact> others = new ArrayList<>(facts);
    others.removeIf(fact -> fact.sameEvent(event));
    return others;
  }
}
