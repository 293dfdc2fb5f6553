package dev.mooring.metrics;

import dev.mooring.contract.Topics;

/** Adds facts to a fold, and knows which rows they may have moved. For one thread only. */
public final class MovingFold {

  private final MemoryFold fold;
  private final Movement movement = new Movement();
  private final Tallies differences = new Tallies();

  /** Of a fold, to which nobody else adds meanwhile. */
  public MovingFold(MemoryFold fold) {
    this.fold = fold;
  }

  /** Takes a valid event as the fact that it states. */
  public Dossier.Verdict add(Parties parties, Fact fact) {
    Dossier.Verdict verdict = fold.add(parties, fact, new Watching(parties, fold.effects()));
    movement.counts(differences);
    fold.tallies().addAll(differences);
    differences.clear();
    return verdict;
  }

  /** What all facts so far may have moved; no more are added afterwards. */
  public Movement movement() {
    for (String bank : movement.withdrew()) {
      fold.forEachFactOf(bank, fact -> movement.named(bank, fact));
    }
    return movement;
  }

  /** Notes what passes on its way to the fold. */
  private final class Watching implements Effects {

    private final Parties parties;
    private final Effects to;

    Watching(Parties parties, Effects to) {
      this.parties = parties;
      this.to = to;
    }

    @Override
    public Tallies tallies() {
      return differences;
    }

    @Override
    public void mooring(Parties pair, String city, MooringState state) {
      movement.row(Topics.MOORINGS, RowKeys.mooring(pair, city));
      to.mooring(pair, city, state);
    }

    @Override
    public void stance(Parties of, StanceKey key, Fact last) {
      movement.row(Topics.STANCES, RowKeys.stance(of, key));
      to.stance(of, key, last);
    }

    @Override
    public void withdrew(String bank, Fact withdrawal) {
      movement.withdrew(bank);
      to.withdrew(bank, withdrawal);
    }

    @Override
    public void withdrewNot(String bank, Content withdrawal) {
      movement.withdrew(bank);
      to.withdrewNot(bank, withdrawal);
    }

    @Override
    public void stands(Fact fact, Fact replaced) {
      movement.named(parties.bank(), fact);
      movement.named(parties.bank(), replaced);
      to.stands(fact, replaced);
    }
  }
}
