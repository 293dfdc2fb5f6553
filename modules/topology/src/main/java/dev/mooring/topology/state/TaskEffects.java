package dev.mooring.topology.state;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Effects;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.MooringState;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.StanceKey;
import dev.mooring.metrics.Tallies;

/** Keeps what changes until the commit: rows of moorings with their dossier, all else apart. */
final class TaskEffects implements Effects {

  private final Outbox outbox;
  private final Ledger ledger;
  private KeptDossier dossier;

  TaskEffects(Outbox outbox, Ledger ledger) {
    this.outbox = outbox;
    this.ledger = ledger;
  }

  /** The same, from now on of another dossier. */
  TaskEffects of(KeptDossier now) {
    dossier = now;
    return this;
  }

  @Override
  public Tallies tallies() {
    return outbox.tallies();
  }

  @Override
  public void mooring(Parties pair, String city, MooringState state) {
    dossier.change(city, state);
  }

  @Override
  public void stance(Parties parties, StanceKey key, Fact last) {
    outbox.stance(parties, key, last);
  }

  @Override
  public void withdrew(String bank, Fact withdrawal) {
    outbox.send(new WithdrawalMessage.Stands(bank, withdrawal));
  }

  @Override
  public void withdrewNot(String bank, Content withdrawal) {
    outbox.send(new WithdrawalMessage.StandsNoMore(bank, withdrawal));
  }

  @Override
  public void stands(Fact fact, Fact replaced) {
    ledger.stands(fact, replaced);
  }
}
