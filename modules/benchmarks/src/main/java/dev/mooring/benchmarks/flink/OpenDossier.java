package dev.mooring.benchmarks.flink;

import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.Effects;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Withdrawals;
import dev.mooring.topology.state.PackedDossier;

/** A dossier in use, and which of its segments changed since they were stored. */
final class OpenDossier {

  private static final int HEAD = 0;

  private final String bank;
  private final String firm;
  private final PackedDossier dossier;
  private boolean changed;

  /** A dossier with the parts of its key as they are in the key. */
  OpenDossier(String bank, String firm, PackedDossier dossier) {
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

  PackedDossier packed() {
    return dossier;
  }

  boolean isPair() {
    return dossier.dossier().parties().isPair();
  }

  boolean isSmall() {
    return dossier.size() <= PackedDossier.SEGMENT;
  }

  /** Takes a fact; true when nothing was changed before. */
  boolean take(Fact fact, Effects effects) {
    return dossier.dossier().add(fact, effects) != Dossier.Verdict.DUPLICATE && change();
  }

  /** Follows the withdrawals of its bank; true when nothing was changed before. */
  boolean follow(Withdrawals now, Effects effects) {
    dossier.dossier().follow(now, effects);
    dossier.rewrite(HEAD);
    return change();
  }

  /** Takes the changes as stored. */
  void settle() {
    dossier.settle();
    changed = false;
  }

  private boolean change() {
    boolean first = !changed;
    changed = true;
    return first;
  }
}
