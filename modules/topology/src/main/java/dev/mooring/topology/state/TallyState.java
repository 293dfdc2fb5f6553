package dev.mooring.topology.state;

import dev.mooring.metrics.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The tallies of all banks, cities and countries of one task. */
public final class TallyState implements HeapState {

  private final Map<ScopeId, ScopeTally> tallies = new HashMap<>();
  private final Map<ScopeId, ScopeTally> changed = new LinkedHashMap<>();
  private final TallyRestoring restoring =
      new TallyRestoring(id -> tallies.computeIfAbsent(id, ScopeTally::new).tally());

  /** The tally to which a difference is to be added. */
  public ScopeTally changing(ScopeId id) {
    ScopeTally tally = tallies.computeIfAbsent(id, ScopeTally::new);
    changed.put(id, tally);
    return tally;
  }

  /** The tallies that changed since the last commit. */
  public Collection<ScopeTally> changed() {
    return changed.values();
  }

  /** Takes the changes as told, and forgets the tallies that have come to nothing. */
  public void settle() {
    changed.forEach(
        (id, tally) -> {
          tally.settle();
          if (tally.tally().isZero()) {
            tallies.remove(id);
          }
        });
    changed.clear();
    restoring.forget();
  }

  /** Visits all tallies. */
  void forEach(BiConsumer<ScopeId, Tally> visitor) {
    tallies.forEach((id, scoped) -> visitor.accept(id, scoped.tally()));
  }

  @Override
  public void log(Changelog changelog) {
    changed.forEach((id, tally) -> tally.log(new ScopeTallyLog(id, changelog)));
  }

  @Override
  public void clear() {
    tallies.clear();
    changed.clear();
    restoring.forget();
  }

  @Override
  public void restore(byte[] key, byte[] value) {
    restoring.restore(key, value);
  }
}
