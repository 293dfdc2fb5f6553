package dev.mooring.metrics;

import dev.mooring.contract.event.EventType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The moorings of one bank and firm: which there are, and which facts belong to each (section 4.1
 * of the contract). A change is told as what is taken away and what is added.
 */
final class Moorings {

  /** Without a city of their own, these concern the whole relationship. */
  private static final Set<EventType> SPREADING =
      Set.of(EventType.RESTRICTION_CHANGED, EventType.EXIT_NOTIFIED, EventType.RELATIONSHIP_CLOSED);

  /** The one mooring that a pair has while no fact names a city. */
  private static final List<String> NOWHERE = Collections.singletonList(null);

  private final Parties pair;
  private final Map<String, Integer> factsNaming = new HashMap<>(4);
  private final Map<String, Timeline> timelines = new HashMap<>(4);
  private Withdrawals withdrawals;
  private long unplaced;
  private int open;

  /** What a bank and a firm are to each other. */
  enum Standing {
    NONE,
    MOORED,
    BANKED
  }

  Moorings(Parties pair, Withdrawals withdrawals) {
    this.pair = pair;
    this.withdrawals = withdrawals;
  }

  /** Takes the standing mooring facts of the pair, telling nobody. */
  void load(List<Fact> facts) {
    for (Fact fact : facts) {
      name(fact, 1);
    }
    place(facts);
  }

  /** The withdrawals of the bank that the moorings have followed. */
  Withdrawals withdrawals() {
    return withdrawals;
  }

  /** Visits the moorings; the city is null for the one without. */
  void forEach(BiConsumer<String, MooringState> visitor) {
    timelines.forEach((city, timeline) -> visitor.accept(city, timeline.end()));
  }

  /** Visits the lives of the moorings; the city is null for the one without. */
  void forEachTimeline(BiConsumer<String, Timeline> visitor) {
    timelines.forEach(visitor);
  }

  /** How many facts belong to none of several moorings. */
  long unplaced() {
    return unplaced;
  }

  /**
   * Puts one standing mooring fact in the place of another.
   *
   * @param old null for none
   * @param fact null for none
   * @param all the facts that there are afterwards; asked only when all must be placed anew
   */
  void replace(Fact old, Fact fact, Supplier<List<Fact>> all, Effects effects) {
    boolean same = old != null && fact != null && Objects.equals(old.city(), fact.city());
    if (!same && changesCities(old, fact)) {
      placeAnew(all, effects);
    } else {
      replaceInPlace(old, fact, effects);
    }
  }

  /** Brings the moorings up to the withdrawals of their bank as they are now. */
  void follow(Withdrawals now, Effects effects) {
    Withdrawals before = withdrawals;
    withdrawals = now;
    Contributions contributions = new Contributions(effects.tallies());
    Standing standing = standing();
    before.differences(
        now,
        (old, fact) -> {
          for (String city : new ArrayList<>(timelines.keySet())) {
            change(city, concerning(city, old), concerning(city, fact), contributions, effects);
          }
        });
    countPair(standing, standing(), contributions);
  }

  private void replaceInPlace(Fact old, Fact fact, Effects effects) {
    Contributions contributions = new Contributions(effects.tallies());
    List<String> oldPlaces = places(old);
    List<String> places = places(fact);
    Standing standing = standing();
    countUnplaced(old, oldPlaces, -1, contributions);
    countUnplaced(fact, places, 1, contributions);
    if (oldPlaces.equals(places)) {
      places.forEach(city -> change(city, old, fact, contributions, effects));
    } else {
      oldPlaces.forEach(city -> change(city, old, null, contributions, effects));
      places.forEach(city -> change(city, null, fact, contributions, effects));
    }
    countPair(standing, standing(), contributions);
  }

  /** The first fact of a city, or the loss of its last, may move every fact without a city. */
  private void placeAnew(Supplier<List<Fact>> all, Effects effects) {
    Contributions contributions = new Contributions(effects.tallies());
    Set<String> touched = new LinkedHashSet<>(timelines.keySet());
    countAll(contributions, -1);
    place(all.get());
    countAll(contributions, 1);
    touched.addAll(timelines.keySet());
    touched.forEach(city -> tell(city, effects));
  }

  private void place(List<Fact> facts) {
    timelines.clear();
    unplaced = 0;
    open = 0;
    Map<String, List<Fact>> byCity = new HashMap<>();
    for (Fact fact : facts) {
      List<String> places = places(fact);
      unplaced += places.isEmpty() ? 1 : 0;
      places.forEach(city -> byCity.computeIfAbsent(city, none -> new ArrayList<>()).add(fact));
    }
    byCity.forEach(
        (city, own) -> {
          own.addAll(concerning(city));
          Timeline timeline = new Timeline();
          timeline.load(own);
          timelines.put(city, timeline);
          open += isOpen(timeline.end());
        });
  }

  private void change(
      String city, Fact old, Fact fact, Contributions contributions, Effects effects) {
    if (old == null && fact == null) {
      return;
    }
    Timeline timeline = timelines.get(city);
    if (timeline == null) {
      timeline = begun(city);
      timelines.put(city, timeline);
    }
    MooringState before = timeline.end();
    timeline.replace(
        old, fact, contributions.flows(pair, city, -1), contributions.flows(pair, city, 1));
    contributions.mooringChange(pair, city, before, timeline.end());
    open += isOpen(timeline.end()) - isOpen(before);
    if (timeline.isEmpty()) {
      timelines.remove(city);
    }
    tell(city, effects);
  }

  private Timeline begun(String city) {
    Timeline timeline = new Timeline();
    timeline.load(concerning(city));
    return timeline;
  }

  private void tell(String city, Effects effects) {
    Timeline timeline = timelines.get(city);
    effects.mooring(pair, city, timeline == null ? null : timeline.end());
  }

  private static int isOpen(MooringState state) {
    return state.account() == Account.OPEN ? 1 : 0;
  }

  private Standing standing() {
    return open > 0 ? Standing.BANKED : timelines.isEmpty() ? Standing.NONE : Standing.MOORED;
  }

  private void countPair(Standing before, Standing after, Contributions contributions) {
    if (before != after) {
      contributions.pair(pair, before, -1);
      contributions.pair(pair, after, 1);
    }
  }

  private void countAll(Contributions contributions, long sign) {
    contributions.pair(pair, standing(), sign);
    contributions.unplaced(pair, sign * unplaced);
    timelines.forEach(
        (city, timeline) -> {
          contributions.mooring(pair, city, timeline.end(), sign);
          timeline.replay(contributions.flows(pair, city, sign));
        });
  }

  private void countUnplaced(
      Fact fact, List<String> places, long sign, Contributions contributions) {
    if (fact != null && places.isEmpty()) {
      unplaced += sign;
      contributions.unplaced(pair, sign);
    }
  }

  /** The moorings to which a fact belongs, by city; null stands for the one without. */
  private List<String> places(Fact fact) {
    if (fact == null) {
      return List.of();
    }
    if (fact.city() != null) {
      return List.of(fact.city());
    }
    return switch (factsNaming.size()) {
      case 0 -> NOWHERE;
      case 1 -> List.copyOf(factsNaming.keySet());
      default -> SPREADING.contains(fact.type()) ? List.copyOf(factsNaming.keySet()) : List.of();
    };
  }

  private boolean changesCities(Fact old, Fact fact) {
    boolean lost = name(old, -1);
    boolean won = name(fact, 1);
    return lost || won;
  }

  /** Counts the facts that name a city; true when it is now the first, or was the last. */
  private boolean name(Fact fact, int count) {
    if (fact == null || fact.city() == null) {
      return false;
    }
    int before = factsNaming.getOrDefault(fact.city(), 0);
    if (before + count == 0) {
      factsNaming.remove(fact.city());
    } else {
      factsNaming.put(fact.city(), before + count);
    }
    return before == 0 || before + count == 0;
  }

  private List<Fact> concerning(String city) {
    if (withdrawals.facts().isEmpty()) {
      return List.of();
    }
    return withdrawals.facts().stream().filter(fact -> concerning(city, fact) != null).toList();
  }

  private static Fact concerning(String city, Fact withdrawal) {
    boolean concerns =
        withdrawal != null && (withdrawal.city() == null || withdrawal.city().equals(city));
    return concerns ? withdrawal : null;
  }
}
