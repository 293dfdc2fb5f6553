package dev.mooring.topology.state;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.MooringState;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that one partition of events has come to: the dossiers by key, what the banks have withdrawn,
 * and the ledger.
 */
public final class DossierState implements HeapState {

  /** The format of the changelog: a build that has another cannot go on with it. */
  public static final int FORMAT = 2;

  private static final int VERSION = 1;

  private final DossierTable dossiers = new DossierTable();
  private final Map<String, BankFile> banks = new HashMap<>();
  private final List<KeptDossier> touchedDossiers = new ArrayList<>();
  private final List<BankFile> changedBanks = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final Outbox outbox = new Outbox();
  private final TaskEffects effects = new TaskEffects(outbox, ledger);
  private final ByteWriter scratch = new ByteWriter();
  private final DossierPages pages = new DossierPages(scratch);

  /** Dossiers of which a page has something that adds to what is not known: it may come yet. */
  private final Set<KeptDossier> incomplete = new HashSet<>();

  private boolean ledgerChanged;

  /** Takes a mooring that changed. */
  @FunctionalInterface
  public interface MooringVisitor {

    /**
     * A mooring has changed.
     *
     * @param city null for the mooring without a city
     * @param state null when there is no such mooring any more
     */
    void visit(Parties pair, String city, MooringState state);
  }

  /** What is about to be sent. */
  public Outbox outbox() {
    return outbox;
  }

  /** What became of every record so far. */
  public Ledger ledger() {
    return ledger;
  }

  /** Whether a record was read since the last commit. */
  public boolean ledgerChanged() {
    return ledgerChanged;
  }

  /** How many dossiers have been in use since the last commit. */
  public int touched() {
    return touchedDossiers.size();
  }

  /** Visits the moorings that changed since the last commit. */
  public void forEachChangedMooring(MooringVisitor visitor) {
    for (KeptDossier kept : touchedDossiers) {
      Parties pair = kept.open(scratch).parties();
      kept.forEachChangedMooring((city, state) -> visitor.visit(pair, city, state));
    }
  }

  /** Counts a record that is no event, and leaves it as a dead letter. */
  public void reject(Letter letter) {
    outbox.reject(letter);
    ledger.reject();
    ledgerChanged = true;
  }

  /** Takes an event with the key of its record. */
  public void take(byte[] key, Fact fact) {
    KeptDossier kept = keep(key);
    Dossier dossier = open(kept);
    follow(kept, dossier);
    ledger.take(dossier.add(fact, effects.of(kept)));
    ledgerChanged = true;
  }

  /** A withdrawal of a bank stands; its dossiers are yet to follow. */
  public void withdraw(String bank, Fact withdrawal) {
    BankFile file = file(bank);
    setWithdrawals(file, file.withdrawals().with(withdrawal));
  }

  /** A withdrawal of a bank no longer stands; its dossiers are yet to follow. */
  public void withdrawNot(String bank, Content withdrawal) {
    BankFile file = file(bank);
    setWithdrawals(file, file.withdrawals().without(withdrawal));
  }

  /**
   * Brings dossiers of a bank up to its withdrawals.
   *
   * @param most how many, at the most
   * @return whether there are more to be brought
   */
  public boolean follow(String bank, int most) {
    BankFile file = file(bank);
    for (KeptDossier kept : file.next(most)) {
      follow(kept, open(kept));
    }
    return file.hasNext();
  }

  @Override
  public void log(Changelog changelog) {
    if (!incomplete.isEmpty()) {
      throw new IllegalStateException(
          "the changelog lacks the beginning of %d dossiers".formatted(incomplete.size()));
    }
    pages.log(touchedDossiers, dossiers, changelog);
    for (BankFile bank : changedBanks) {
      changelog.put(DossierKeys.bank(bank.id()), SegmentCodec.pack(bank.withdrawals(), scratch));
    }
    if (ledgerChanged) {
      scratch.putByte(VERSION);
      ledger.write(scratch);
      changelog.put(DossierKeys.ledger(), scratch.take());
    }
  }

  /** Takes all changes as logged and sent. */
  public void settle() {
    touchedDossiers.forEach(KeptDossier::settle);
    touchedDossiers.clear();
    changedBanks.clear();
    ledgerChanged = false;
    outbox.clear();
  }

  @Override
  public void restore(byte[] key, byte[] value) {
    switch (DossierKeys.kind(key)) {
      case DossierKeys.PAGE -> restorePage(DossierKeys.pageNumber(key), value);
      case DossierKeys.BANK -> file(DossierKeys.bankOf(key)).withdraw(SegmentCodec.unpack(value));
      case DossierKeys.LEDGER -> {
        ByteReader in = new ByteReader(value);
        in.expectVersion(VERSION, "a ledger");
        ledger.read(in);
      }
      default -> throw new IllegalStateException("the changelog has an entry of unknown kind");
    }
  }

  @Override
  public void clear() {
    dossiers.clear();
    pages.clear();
    incomplete.clear();
    banks.clear();
    touchedDossiers.clear();
    changedBanks.clear();
    ledger.clear();
    ledgerChanged = false;
    outbox.clear();
  }

  private void restorePage(long number, byte[] value) {
    if (value == null) {
      pages.removed(number);
      return;
    }
    ByteReader in = new ByteReader(value);
    pages.restore(number, in);
    while (in.hasMore()) {
      int start = in.at();
      KeptDossier kept = keep(in.takeBytes(in.takeInt()));
      int segment = in.takeInt();
      int base = in.takeInt();
      if (kept.restore(segment, base, in.takeBytes(in.takeInt()), scratch)) {
        incomplete.remove(kept);
      } else {
        incomplete.add(kept);
      }
      pages.restored(kept, in.at() - start);
    }
  }

  private KeptDossier keep(byte[] key) {
    KeptDossier known = dossiers.get(key);
    if (known != null) {
      return known;
    }
    Parties parties = Parties.ofKey(new String(key, StandardCharsets.UTF_8));
    BankFile bank = parties.isPair() ? file(parties.bank()) : null;
    KeptDossier kept = new KeptDossier(key, bank);
    dossiers.add(kept);
    if (bank != null) {
      bank.add(kept);
    }
    return kept;
  }

  private BankFile file(String bank) {
    return banks.computeIfAbsent(bank, BankFile::new);
  }

  private void follow(KeptDossier kept, Dossier dossier) {
    Withdrawals now = kept.withdrawals();
    Withdrawals followed = dossier.withdrawals();
    if (!followed.equals(now)) {
      dossier.follow(now, effects.of(kept));
      kept.changeHead();
    }
  }

  private Dossier open(KeptDossier kept) {
    if (kept.touch()) {
      touchedDossiers.add(kept);
    }
    return kept.open(scratch);
  }

  private void setWithdrawals(BankFile file, Withdrawals now) {
    file.withdraw(now);
    changedBanks.add(file);
  }
}
