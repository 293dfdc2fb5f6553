package dev.mooring.metrics;

import dev.mooring.contract.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * All that was published under one key: every distinct content in the order of its arrival, which
 * of them stand, and the moorings that they make. When one more content arrives it tells the
 * difference: what is taken away, what is added.
 *
 * <p>A content keeps its slot for ever; one that is superseded leaves a stub there. So a change
 * touches one or two slots, however many there are.
 */
public final class Dossier {

  /** What a content turned out to be. */
  public enum Verdict {
    /** The first content of its event. */
    NEW,
    /** It stands in the place of an earlier content of its event. */
    REPLACES,
    /** Another content of its event stands above it. */
    SUPERSEDED,
    /** It was there already. */
    DUPLICATE
  }

  private final Parties parties;
  private final ContentIndex contents = new ContentIndex();
  private final Moorings moorings;
  private final Stances stances = new Stances();

  /** An empty dossier of a key. */
  public Dossier(Parties parties, Withdrawals withdrawals) {
    this(parties, withdrawals, List.of());
  }

  /**
   * A dossier as it was kept.
   *
   * @param withdrawals those that it had followed
   * @param slots its contents, slot by slot
   */
  public Dossier(Parties parties, Withdrawals withdrawals, List<Content> slots) {
    this.parties = parties;
    this.moorings = parties.isPair() ? new Moorings(parties, withdrawals) : null;
    slots.forEach(contents::append);
    if (moorings != null) {
      moorings.load(standingMooringFacts());
    }
    slots.forEach(this::loadStance);
  }

  /** Whose dossier it is. */
  public Parties parties() {
    return parties;
  }

  /** The contents, slot by slot. Not to be changed by the caller. */
  public List<Content> slots() {
    return contents.slots();
  }

  /** The withdrawals of its bank that it has followed. */
  public Withdrawals withdrawals() {
    return moorings == null ? Withdrawals.NONE : moorings.withdrawals();
  }

  /**
   * Takes one more content.
   *
   * @return what it turned out to be
   */
  public Verdict add(Fact fact, Effects effects) {
    if (contents.contains(fact)) {
      return Verdict.DUPLICATE;
    }
    int currentSlot = contents.slotOfEvent(fact);
    if (currentSlot < 0) {
      contents.append(fact);
      replace(null, fact, effects);
      return Verdict.NEW;
    }
    Fact current = (Fact) contents.slots().get(currentSlot);
    if (FactOrder.STANDING.compare(fact, current) <= 0) {
      contents.append(Content.Superseded.of(fact));
      return Verdict.SUPERSEDED;
    }
    contents.supersede(currentSlot);
    contents.append(fact);
    replace(current, fact, effects);
    return Verdict.REPLACES;
  }

  /** The slot of the fact that stands for the event of a content; -1 when there is none. */
  public int slotOf(Content content) {
    return contents.slotOfEvent(content);
  }

  /** Visits its moorings; the city is null for the one without. */
  public void forEachMooring(BiConsumer<String, MooringState> visitor) {
    if (moorings != null) {
      moorings.forEach(visitor);
    }
  }

  /** Brings its moorings up to the withdrawals of their bank as they are now. */
  public void follow(Withdrawals now, Effects effects) {
    if (moorings != null && !moorings.withdrawals().equals(now)) {
      moorings.follow(now, effects);
    }
  }

  private void replace(Fact old, Fact fact, Effects effects) {
    Contributions contributions = new Contributions(effects.tallies());
    if (old != null) {
      contributions.event(parties, old, -1);
    }
    contributions.event(parties, fact, 1);
    replaceMooring(standingMooring(old), standingMooring(fact), effects);
    replaceStance(
        standing(old, EventType.BANK_STANCE_CHANGED),
        standing(fact, EventType.BANK_STANCE_CHANGED),
        effects);
    replaceWithdrawal(
        standing(old, EventType.BANK_WITHDREW), standing(fact, EventType.BANK_WITHDREW), effects);
  }

  private void replaceMooring(Fact old, Fact fact, Effects effects) {
    if (moorings != null && (old != null || fact != null)) {
      moorings.replace(old, fact, this::standingMooringFacts, effects);
    }
  }

  private void replaceStance(Fact old, Fact fact, Effects effects) {
    if (old != null || fact != null) {
      stances.replace(parties, old, fact, effects);
    }
  }

  private void replaceWithdrawal(Fact old, Fact fact, Effects effects) {
    if (fact != null) {
      effects.withdrew(parties.bank(), fact);
    } else if (old != null) {
      effects.withdrewNot(parties.bank(), old);
    }
  }

  private List<Fact> standingMooringFacts() {
    List<Fact> facts = new ArrayList<>();
    for (Content content : contents.slots()) {
      if (content instanceof Fact fact && standingMooring(fact) != null) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private void loadStance(Content content) {
    if (content instanceof Fact fact && standing(fact, EventType.BANK_STANCE_CHANGED) != null) {
      stances.load(fact);
    }
  }

  private static Fact standingMooring(Fact fact) {
    return fact != null && fact.stands() && fact.isMooringEvent() ? fact : null;
  }

  private static Fact standing(Fact fact, EventType type) {
    return fact != null && fact.stands() && fact.type() == type ? fact : null;
  }
}
