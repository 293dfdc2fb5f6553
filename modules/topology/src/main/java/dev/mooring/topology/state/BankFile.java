package dev.mooring.topology.state;

import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import java.util.List;
import java.util.Map;

/** What a task knows of one bank: what it has withdrawn, and its dossiers, which are to follow. */
final class BankFile {

  private final String id;
  private final Followers followers;
  private final Map<String, String> firms;
  private Withdrawals withdrawals = Withdrawals.NONE;

  /**
   * A bank that has withdrawn nothing.
   *
   * @param firms the texts of firms' ids, which all banks share
   */
  BankFile(String id, Followers followers, Map<String, String> firms) {
    this.id = id;
    this.followers = followers;
    this.firms = firms;
  }

  String id() {
    return id;
  }

  /**
   * The pair of the bank and a firm. A firm is with many banks: one text of its id serves all, as
   * one of the bank's serves all of its dossiers.
   */
  Parties with(String firm) {
    return new Parties(id, firms.computeIfAbsent(firm, text -> text));
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
