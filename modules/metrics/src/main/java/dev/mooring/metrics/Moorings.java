package dev.mooring.metrics;

import dev.mooring.contract.event.EventType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The moorings of one bank and firm: which there are, and which facts belong to each (section 4.1
 * of the contract). A change is told as what is taken away and what is added.
 *
 * <p>Nearly all pairs have one mooring or two, so they stand in a list. Either each has a city that
 * some fact names, or there is one, without a city.
 */
final class Moorings {

  /** Without a city of their own, these concern the whole relationship. */
  private static final Set<EventType> SPREADING =
      Set.of(EventType.RESTRICTION_CHANGED, EventType.EXIT_NOTIFIED, EventType.RELATIONSHIP_CLOSED);

  private final Parties pair;
  private final List<Mooring> moorings = new ArrayList<>(1);
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
    moorings.clear();
    unplaced = 0;
    open = 0;
    facts.forEach(fact -> name(fact, 1));
    if (moorings.isEmpty() && !facts.isEmpty()) {
      moorings.add(new Mooring(null));
    }
    facts.forEach(fact -> unplaced += places(fact).isEmpty() ? 1 : 0);
    for (Mooring mooring : moorings) {
      mooring.life().load(own(mooring, facts));
      open += isOpen(mooring.life().end());
    }
  }

  /** Forgets the facts; they are asked for when they are needed. */
  void forgetFacts() {
    for (int i = 0; i < moorings.size(); i++) {
      moorings.get(i).life().forget();
    }
  }

  /** The withdrawals of the bank that the moorings have followed. */
  Withdrawals withdrawals() {
    return withdrawals;
  }

  /** Visits the moorings; the city is null for the one without. */
  void forEach(BiConsumer<String, MooringState> visitor) {
    moorings.forEach(mooring -> visitor.accept(mooring.city(), mooring.life().end()));
  }

  /** Visits the lives of the moorings; the city is null for the one without. */
  void forEachTimeline(BiConsumer<String, Timeline> visitor) {
    moorings.forEach(mooring -> visitor.accept(mooring.city(), mooring.life()));
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
   * @param all the facts that there are afterwards; asked only when some must be gone over again
   */
  void replace(Fact old, Fact fact, Supplier<List<Fact>> all, Effects effects) {
    Exchange exchange = Exchange.of(old, fact, all);
    if (moorings.isEmpty()) {
      begin(exchange, effects);
    } else if (changesCities(old, fact)) {
      placeAnew(exchange, effects);
    } else {
      replaceInPlace(exchange, effects);
    }
  }

  /** Brings the moorings up to the withdrawals of their bank as they are now. */
  void follow(Withdrawals now, Supplier<List<Fact>> all, Effects effects) {
    Contributions contributions = new Contributions(effects.tallies());
    Standing standing = standing();
    withdrawals.differences(
        now,
        (old, fact) -> {
          withdrawals = fact == null ? withdrawals.without(old) : withdrawals.with(fact);
          for (Mooring mooring : List.copyOf(moorings)) {
            Fact gone = concerning(mooring, old);
            Fact come = concerning(mooring, fact);
            change(mooring, Exchange.of(gone, come, all), contributions, effects);
          }
        });
    withdrawals = now;
    countPair(standing, standing(), contributions);
  }

  /** The first fact of all needs no other. */
  private void begin(Exchange exchange, Effects effects) {
    name(exchange.fact(), 1);
    if (moorings.isEmpty()) {
      moorings.add(new Mooring(null));
    }
    Mooring first = moorings.getFirst();
    first.life().load(withdrawalsOf(first));
    Contributions contributions = new Contributions(effects.tallies());
    change(first, exchange, contributions, effects);
    countPair(Standing.NONE, standing(), contributions);
  }

  private void replaceInPlace(Exchange exchange, Effects effects) {
    Contributions contributions = new Contributions(effects.tallies());
    List<Mooring> oldPlaces = places(exchange.old());
    List<Mooring> places = places(exchange.fact());
    Standing standing = standing();
    name(exchange.old(), -1);
    name(exchange.fact(), 1);
    countUnplaced(exchange.old(), oldPlaces, -1, contributions);
    countUnplaced(exchange.fact(), places, 1, contributions);
    if (oldPlaces.equals(places)) {
      places.forEach(mooring -> change(mooring, exchange, contributions, effects));
    } else {
      oldPlaces.forEach(mooring -> change(mooring, exchange.leaving(), contributions, effects));
      places.forEach(mooring -> change(mooring, exchange.coming(), contributions, effects));
    }
    countPair(standing, standing(), contributions);
  }

  /** The first fact of a city, or the loss of its last, may move every fact without a city. */
  private void placeAnew(Exchange exchange, Effects effects) {
    Contributions contributions = new Contributions(effects.tallies());
    List<Fact> before = exchange.undone(exchange.after());
    Set<String> touched = new LinkedHashSet<>();
    for (Mooring mooring : moorings) {
      mooring.life().recall(() -> own(mooring, before));
      touched.add(mooring.city());
    }
    countAll(contributions, -1);
    load(exchange.after());
    countAll(contributions, 1);
    moorings.forEach(mooring -> touched.add(mooring.city()));
    touched.forEach(city -> tell(city, effects));
  }

  private void change(
      Mooring mooring, Exchange exchange, Contributions contributions, Effects effects) {
    if (exchange.isNone()) {
      return;
    }
    Timeline life = mooring.life();
    if (!life.isAppended(exchange.old(), exchange.fact())) {
      life.recall(() -> exchange.undone(own(mooring, exchange.after())));
    }
    MooringState before = life.end();
    String city = mooring.city();
    life.replace(
        exchange.old(),
        exchange.fact(),
        contributions.flows(pair, city, -1),
        contributions.flows(pair, city, 1));
    contributions.mooringChange(pair, city, before, life.end());
    open += isOpen(life.end()) - isOpen(before);
    if (life.isEmpty()) {
      moorings.remove(mooring);
    }
    tell(city, effects);
  }

  private void tell(String city, Effects effects) {
    Mooring mooring = find(city);
    effects.mooring(pair, city, mooring == null ? null : mooring.life().end());
  }

  private static int isOpen(MooringState state) {
    return state.account() == Account.OPEN ? 1 : 0;
  }

  private Standing standing() {
    return open > 0 ? Standing.BANKED : moorings.isEmpty() ? Standing.NONE : Standing.MOORED;
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
    for (Mooring mooring : moorings) {
      contributions.mooring(pair, mooring.city(), mooring.life().end(), sign);
      mooring.life().replay(contributions.flows(pair, mooring.city(), sign));
    }
  }

  private void countUnplaced(
      Fact fact, List<Mooring> places, long sign, Contributions contributions) {
    if (fact != null && places.isEmpty()) {
      unplaced += sign;
      contributions.unplaced(pair, sign);
    }
  }

  /** The moorings to which a fact belongs. */
  private List<Mooring> places(Fact fact) {
    if (fact == null) {
      return List.of();
    }
    if (fact.city() != null) {
      return List.of(find(fact.city()));
    }
    return moorings.size() == 1 || SPREADING.contains(fact.type())
        ? List.copyOf(moorings)
        : List.of();
  }

  private boolean changesCities(Fact old, Fact fact) {
    String lost = old == null ? null : old.city();
    String won = fact == null ? null : fact.city();
    if (Objects.equals(lost, won)) {
      return false;
    }
    boolean loses = lost != null && find(lost).naming() == 1;
    return loses || (won != null && find(won) == null);
  }

  /** Counts the facts that name a city. */
  private void name(Fact fact, int count) {
    if (fact == null || fact.city() == null) {
      return;
    }
    Mooring mooring = find(fact.city());
    if (mooring == null) {
      mooring = new Mooring(fact.city());
      moorings.add(mooring);
    }
    mooring.name(count);
  }

  private Mooring find(String city) {
    for (int i = 0; i < moorings.size(); i++) {
      if (Objects.equals(moorings.get(i).city(), city)) {
        return moorings.get(i);
      }
    }
    return null;
  }

  /** Of some facts of the pair those that belong to a mooring, and the bank's withdrawals. */
  private List<Fact> own(Mooring mooring, List<Fact> facts) {
    List<Fact> own = withdrawalsOf(mooring);
    for (Fact fact : facts) {
      if (places(fact).contains(mooring)) {
        own.add(fact);
      }
    }
    return own;
  }

  private List<Fact> withdrawalsOf(Mooring mooring) {
    List<Fact> own = new ArrayList<>(0);
    for (Fact fact : withdrawals.facts()) {
      if (concerning(mooring, fact) != null) {
        own.add(fact);
      }
    }
    return own;
  }

  private static Fact concerning(Mooring mooring, Fact withdrawal) {
    boolean concerns =
        withdrawal != null
            && (withdrawal.city() == null || withdrawal.city().equals(mooring.city()));
    return concerns ? withdrawal : null;
  }
}
