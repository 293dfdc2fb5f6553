package dev.mooring.metrics;

import dev.mooring.contract.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * All that was published under one key: every distinct content in the order of its arrival, which
 * of them stand, and the moorings that they make. When one more content arrives it tells the
 * difference: what is taken away, what is added.
 *
 * <p>Most contents come behind all others in their mooring's life. For those it is enough to know
 * what the mooring has come to; a dossier of few contents reads them again when that does not do.
 */
public final class Dossier {

  /** Up to so many contents, reading all again is cheaper than the room that their facts take. */
  private static final int FEW = 64;

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
  private final Contents contents;
  private final Moorings moorings;
  private Stances stances;

  /** An empty dossier of a key. */
  public Dossier(Parties parties, Withdrawals withdrawals) {
    this(parties, withdrawals, new IndexedContents());
  }

  /**
   * A dossier as it was kept.
   *
   * @param withdrawals those that it had followed
   * @param contents that were published, to which more will be added
   */
  public Dossier(Parties parties, Withdrawals withdrawals, Contents contents) {
    this.parties = parties;
    this.contents = contents;
    this.moorings = parties.isPair() ? new Moorings(parties, withdrawals) : null;
    if (contents.size() > 0) {
      load();
    }
  }

  /** Whose dossier it is. */
  public Parties parties() {
    return parties;
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
    int slot = contents.find(fact);
    return switch (slot) {
      case Contents.REPEATED -> Verdict.DUPLICATE;
      case Contents.ABSENT -> {
        contents.append(fact);
        replace(null, fact, effects);
        yield Verdict.NEW;
      }
      default -> addRevision(slot, fact, effects);
    };
  }

  /** Visits the fact that stands for each event, whatever its status. */
  public void forEachFact(Consumer<Fact> visitor) {
    contents.forEachFact(visitor);
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
      moorings.follow(now, this::standingMooringFacts, effects);
      forgetFew();
    }
  }

  private Verdict addRevision(int slot, Fact fact, Effects effects) {
    Fact current = contents.fact(slot);
    if (FactOrder.STANDING.compare(fact, current) <= 0) {
      contents.append(Content.Superseded.of(fact));
      return Verdict.SUPERSEDED;
    }
    contents.supersede(slot);
    contents.append(fact);
    replace(current, fact, effects);
    return Verdict.REPLACES;
  }

  private void replace(Fact old, Fact fact, Effects effects) {
    effects.stands(fact, old);
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
      forgetFew();
    }
  }

  private void replaceStance(Fact old, Fact fact, Effects effects) {
    if (old != null || fact != null) {
      if (stances == null) {
        stances = new Stances();
      }
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

  private void load() {
    if (moorings != null) {
      moorings.load(standingMooringFacts());
      forgetFew();
    }
    contents.forEachFact(
        fact -> {
          if (standing(fact, EventType.BANK_STANCE_CHANGED) != null) {
            stances = stances == null ? new Stances() : stances;
            stances.load(fact);
          }
        });
  }

  private void forgetFew() {
    if (contents.size() <= FEW) {
      moorings.forgetFacts();
    }
  }

  private List<Fact> standingMooringFacts() {
    List<Fact> facts = new ArrayList<>();
    contents.forEachFact(
        fact -> {
          if (standingMooring(fact) != null) {
            facts.add(fact);
          }
        });
    return facts;
  }

  private static Fact standingMooring(Fact fact) {
    return fact != null && fact.stands() && fact.isMooringEvent() ? fact : null;
  }

  private static Fact standing(Fact fact, EventType type) {
    return fact != null && fact.stands() && fact.type() == type ? fact : null;
  }
}
