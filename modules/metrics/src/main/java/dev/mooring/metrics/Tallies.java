package dev.mooring.metrics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Tallies by scope and id: where contributions are added up. */
public final class Tallies {

  /** Those of one scope. One event asks for the same one again and again, so it is at hand. */
  private static final class OfScope {

    private final Map<String, Tally> byId = new HashMap<>();
    private String lastId;
    private Tally last;

    Tally of(String id) {
      if (!id.equals(lastId)) {
        last = byId.computeIfAbsent(id, none -> new Tally());
        lastId = id;
      }
      return last;
    }

    void clear() {
      byId.clear();
      lastId = null;
      last = null;
    }
  }

  private final Map<Scope, OfScope> byScope = new EnumMap<>(Scope.class);

  /** None. */
  public Tallies() {
    for (Scope scope : Scope.values()) {
      byScope.put(scope, new OfScope());
    }
  }

  /** The tally of a bank, city or country, to be added to. */
  public Tally of(Scope scope, String id) {
    return byScope.get(scope).of(id);
  }

  /** The tallies of a scope by id; some may be zero. Not to be changed by the caller. */
  public Map<String, Tally> of(Scope scope) {
    return byScope.get(scope).byId;
  }

  /** Adds all of others. */
  public void addAll(Tallies others) {
    others.byScope.forEach(
        (scope, all) -> all.byId.forEach((id, tally) -> of(scope, id).addAll(tally)));
  }

  /** How many there are. */
  public int size() {
    return byScope.values().stream().mapToInt(all -> all.byId.size()).sum();
  }

  /** Forgets all. */
  public void clear() {
    byScope.values().forEach(OfScope::clear);
  }
}
