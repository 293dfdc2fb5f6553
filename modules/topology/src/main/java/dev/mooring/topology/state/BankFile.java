package dev.mooring.topology.state;

import dev.mooring.metrics.Withdrawals;
import java.util.List;

/** What a task knows of one bank: what it has withdrawn, and its dossiers, which are to follow. */
final class BankFile {

  private final String id;
  private final Followers followers;
  private Withdrawals withdrawals = Withdrawals.NONE;

  BankFile(String id, Followers followers) {
    this.id = id;
    this.followers = followers;
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
    followers.restart();
  }

  /** Adds a dossier, which is no further behind than those that are yet to follow. */
  void add(KeptDossier dossier) {
    followers.add(dossier);
  }

  /** The next dossiers that are to follow: no more than so many, besides those in use. */
  List<KeptDossier> next(int most) {
    return followers.next(most);
  }

  /** Whether some dossiers may be yet to follow. */
  boolean hasNext() {
    return followers.hasNext();
  }
}
