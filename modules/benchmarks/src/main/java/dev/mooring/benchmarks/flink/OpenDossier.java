package dev.mooring.benchmarks.flink;

import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.Effects;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import dev.mooring.topology.state.DossierCodec;
import java.util.BitSet;

/** A dossier in use, and which of its segments changed since they were stored. */
final class OpenDossier {

  private static final int HEAD = 0;

  private final String bank;
  private final String firm;
  private final Dossier dossier;
  private final BitSet changed = new BitSet(1);

  /** A dossier with the parts of its key as they are in the key. */
  OpenDossier(String bank, String firm, Dossier dossier) {
    this.bank = bank;
    this.firm = firm;
    this.dossier = dossier;
  }

  String bank() {
    return bank;
  }

  String firm() {
    return firm;
  }

  Dossier dossier() {
    return dossier;
  }

  BitSet changed() {
    return changed;
  }

  boolean isPair() {
    Parties parties = dossier.parties();
    return parties.isPair();
  }

  boolean isSmall() {
    return dossier.slots().size() <= DossierCodec.SEGMENT;
  }

  /** Takes a fact; true when nothing was changed before. */
  boolean take(Fact fact, Effects effects) {
    boolean first = changed.isEmpty();
    int slotBefore = dossier.slotOf(fact);
    switch (dossier.add(fact, effects)) {
      case NEW, SUPERSEDED -> change(dossier.slots().size() - 1);
      case REPLACES -> {
        change(slotBefore);
        change(dossier.slots().size() - 1);
      }
      case DUPLICATE -> {}
    }
    return first && !changed.isEmpty();
  }

  /** Follows the withdrawals of its bank; true when nothing was changed before. */
  boolean follow(Withdrawals now, Effects effects) {
    boolean first = changed.isEmpty();
    dossier.follow(now, effects);
    change(HEAD);
    return first;
  }

  private void change(int slot) {
    changed.set(slot / DossierCodec.SEGMENT);
  }
}
