package dev.mooring.metrics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Tallies by scope and id: where contributions are added up. */
public final class Tallies {

  private final Map<Scope, Map<String, Tally>> byScope = new EnumMap<>(Scope.class);

  /** None. */
  public Tallies() {
    for (Scope scope : Scope.values()) {
      byScope.put(scope, new HashMap<>());
    }
  }

  /** The tally of a bank, city or country, to be added to. */
  public Tally of(Scope scope, String id) {
    return byScope.get(scope).computeIfAbsent(id, none -> new Tally());
  }

  /** The tallies of a scope by id; some may be zero. Not to be changed by the caller. */
  public Map<String, Tally> of(Scope scope) {
    return byScope.get(scope);
  }

  /** How many there are. */
  public int size() {
    return byScope.values().stream().mapToInt(Map::size).sum();
  }

  /** Forgets all. */
  public void clear() {
    byScope.values().forEach(Map::clear);
  }
}
