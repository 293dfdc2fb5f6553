package dev.mooring.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The standing stances under one key, by what they are about. */
final class Stances {

  private final Map<StanceKey, TreeSet<Fact>> byKey = new HashMap<>();

  void load(Fact fact) {
    byKey.computeIfAbsent(StanceKey.of(fact), none -> new TreeSet<>(FactOrder.LIFE)).add(fact);
  }

  void replace(Parties parties, Fact old, Fact fact, Effects effects) {
    if (old != null) {
      remove(old);
    }
    if (fact != null) {
      load(fact);
    }
    if (old != null) {
      tell(parties, StanceKey.of(old), effects);
    }
    if (fact != null && (old == null || !StanceKey.of(fact).equals(StanceKey.of(old)))) {
      tell(parties, StanceKey.of(fact), effects);
    }
  }

  private void remove(Fact old) {
    TreeSet<Fact> facts = byKey.get(StanceKey.of(old));
    facts.remove(old);
    if (facts.isEmpty()) {
      byKey.remove(StanceKey.of(old));
    }
  }

  private void tell(Parties parties, StanceKey key, Effects effects) {
    TreeSet<Fact> facts = byKey.get(key);
    effects.stance(parties, key, facts == null ? null : facts.last());
  }
}
