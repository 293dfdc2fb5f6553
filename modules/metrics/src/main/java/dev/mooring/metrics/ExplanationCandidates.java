package dev.mooring.metrics;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which events may matter to a count, so that only they must be held. Those of a bank tell so by
 * themselves. Of a city or country whole keys matter: an event may be amended to be elsewhere, and
 * where else a relationship has moorings decides which events belong to the one here. So the events
 * are gone over twice: {@link #see} first, {@link #matters} then.
 */
public final class ExplanationCandidates {

  private final Scope scope;
  private final String id;
  private final Set<Parties> keys = new HashSet<>();
  private final Set<String> banks = new HashSet<>();
  private final SortedSet<String> ids = new TreeSet<>();

  /** Those of a count. */
  public ExplanationCandidates(Count count) {
    this.scope = count.scope();
    this.id = count.id();
  }

  /** Takes note of an event, the first time that all are gone over. */
  public void see(Event event) {
    String named = named(event);
    if (named == null) {
      return;
    }
    ids.add(named);
    if (named.equals(id)) {
      keys.add(Parties.of(event));
      banks.add(event.getBank());
    }
  }

  /** Whether an event may matter, once all were seen. */
  public boolean matters(Event event) {
    if (scope == Scope.BANK) {
      return id.equals(event.getBank());
    }
    return keys.contains(Parties.of(event))
        || (scope == Scope.CITY
            && event.getType() == EventType.BANK_WITHDREW
            && banks.contains(event.getBank()));
  }

  /** The banks, cities or countries that were seen. */
  public SortedSet<String> ids() {
    return Collections.unmodifiableSortedSet(ids);
  }

  private String named(Event event) {
    return switch (scope) {
      case BANK -> event.getBank();
      case CITY -> event.getCity();
      case COUNTRY -> event.getCountry();
    };
  }
}
