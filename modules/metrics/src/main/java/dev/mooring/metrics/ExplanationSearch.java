package dev.mooring.metrics;

import dev.mooring.contract.event.Event;
import dev.mooring.contract.event.EventType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks for what brings a count about: asks each event, and each mooring, what it would count for
 * by itself. Used once.
 */
final class ExplanationSearch {

  /** What withdrawals of a bank cannot change: they reach no stage. */
  private static final Set<String> WHATEVER_WAS_WITHDRAWN = Set.of("moorings", "firms");

  private final Count count;
  private final Map<Parties, Map<Fact, Event>> latest = new HashMap<>();
  private final Set<Event> found = new LinkedHashSet<>();

  /**
   * A search.
   *
   * @param latest one revision of each event that may matter
   */
  ExplanationSearch(Count count, Collection<Event> latest) {
    this.count = count;
    for (Event event : latest) {
      // Of revisions that stand alone nobody compares fingerprints.
      this.latest
          .computeIfAbsent(Parties.of(event), none -> new HashMap<>())
          .put(Fact.of(event, 0), event);
    }
  }

  Explanation run() {
    latest.forEach(this::askEvents);
    latest.forEach(this::askMoorings);
    MemoryFold fold = new MemoryFold();
    found.forEach(fold::add);
    return new Explanation(count, count.in(fold.tallies()), List.copyOf(found));
  }

  private void askEvents(Parties parties, Map<Fact, Event> events) {
    events.forEach(
        (fact, event) -> {
          if (counts(contributions -> contributions.event(parties, fact, 1))) {
            found.add(event);
          }
        });
  }

  private void askMoorings(Parties pair, Map<Fact, Event> events) {
    List<Fact> facts =
        events.keySet().stream().filter(fact -> fact.stands() && fact.isMooringEvent()).toList();
    if (!pair.isPair() || facts.isEmpty()) {
      return;
    }
    Moorings moorings = new Moorings(pair, withdrawals(pair.bank()));
    moorings.load(facts);
    if (counts(contributions -> contributions.unplaced(pair, moorings.unplaced()))) {
      facts.forEach(fact -> found.add(events.get(fact)));
    }
    moorings.forEachTimeline((city, life) -> askMooring(pair, city, life));
  }

  private void askMooring(Parties pair, String city, Timeline life) {
    if (!counts(contributions -> count(contributions, pair, city, life))) {
      return;
    }
    Map<Fact, Event> own = latest.get(pair);
    life.facts().stream().filter(own::containsKey).map(own::get).forEach(found::add);
    if (!WHATEVER_WAS_WITHDRAWN.contains(count.field()) && !count.field().startsWith("funnel")) {
      Map<Fact, Event> ofBank = latest.getOrDefault(new Parties(pair.bank(), null), Map.of());
      closedBy(life).stream().filter(ofBank::containsKey).map(ofBank::get).forEach(found::add);
    }
  }

  private static void count(Contributions contributions, Parties pair, String city, Timeline life) {
    boolean open = life.end().account() == Account.OPEN;
    contributions.pair(pair, open ? Moorings.Standing.BANKED : Moorings.Standing.MOORED, 1);
    contributions.mooring(pair, city, life.end(), 1);
    life.replay(contributions.flows(pair, city, 1));
  }

  /** The facts that closed accounts. One that closed nothing leaves the mooring as it was. */
  private static List<Fact> closedBy(Timeline life) {
    List<Fact> causes = new ArrayList<>();
    life.replay(
        (kind, cause) -> {
          if (kind == Flows.Kind.CLOSED) {
            causes.add(cause);
          }
        });
    return causes;
  }

  private Withdrawals withdrawals(String bank) {
    return new Withdrawals(
        latest.getOrDefault(new Parties(bank, null), Map.of()).keySet().stream()
            .filter(fact -> fact.stands() && fact.type() == EventType.BANK_WITHDREW)
            .toList());
  }

  private boolean counts(Consumer<Contributions> contribution) {
    Tallies tallies = new Tallies();
    contribution.accept(new Contributions(tallies));
    return count.in(tallies) > 0;
  }
}
