package dev.mooring.topology.state;

import dev.mooring.metrics.Withdrawals;
import java.util.ArrayList;
import java.util.List;

/** What a task knows of one bank: what it has withdrawn, and its dossiers, which are to follow. */
final class BankFile {

  private final String id;
  private final List<KeptDossier> dossiers = new ArrayList<>();
  private Withdrawals withdrawals = Withdrawals.NONE;
  private int followed;

  BankFile(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  Withdrawals withdrawals() {
    return withdrawals;
  }

  /** Sets what it has withdrawn; all dossiers are yet to follow. */
  void withdraw(Withdrawals now) {
    withdrawals = now;
    followed = 0;
  }

  /** Adds a dossier, which is no further behind than those that are yet to follow. */
  void add(KeptDossier dossier) {
    dossiers.add(dossier);
  }

  /** The next dossiers that are to follow: no more than so many. */
  List<KeptDossier> next(int most) {
    int from = followed;
    followed = Math.min(dossiers.size(), from + most);
    return dossiers.subList(from, followed);
  }

  /** Whether some dossiers are yet to follow. */
  boolean hasNext() {
    return followed < dossiers.size();
  }
}
