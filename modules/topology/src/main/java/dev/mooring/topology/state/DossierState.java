package dev.mooring.topology.state;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Dossier;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one partition of events has come to: the dossiers by key, what the banks have withdrawn,
 * and the ledger.
 */
public final class DossierState implements HeapState {

  /** The slot by whose segment the withdrawals that a dossier has followed are kept. */
  private static final int HEAD = 0;

  private static final int VERSION = 1;

  private final Map<RawKey, KeptDossier> dossiers = new HashMap<>();
  private final Map<String, List<KeptDossier>> dossiersOfBanks = new HashMap<>();
  private final Map<String, Withdrawals> withdrawals = new HashMap<>();
  private final Map<String, Integer> followers = new HashMap<>();
  private final List<KeptDossier> touchedDossiers = new ArrayList<>();
  private final List<String> changedBanks = new ArrayList<>();
  private Ledger ledger = new Ledger();
  private final Outbox outbox = new Outbox();
  private boolean ledgerChanged;

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

  /** Counts a record that is no event, and leaves it as a dead letter. */
  public void reject(Letter letter) {
    outbox.reject(letter);
    ledger.reject();
    ledgerChanged = true;
  }

  /** Takes an event with the key of its record. */
  public void take(byte[] key, Fact fact) {
    KeptDossier kept = dossiers.computeIfAbsent(new RawKey(key), this::keep);
    Withdrawals known = withdrawalsOf(kept.parties());
    Dossier dossier = open(kept, known);
    int slotBefore = dossier.slotOf(fact);
    Fact before = slotBefore < 0 ? null : (Fact) dossier.slots().get(slotBefore);
    follow(kept, dossier, known);
    Dossier.Verdict verdict = dossier.add(fact, outbox);
    ledger.take(verdict, fact, before);
    ledgerChanged = true;
    switch (verdict) {
      case NEW, SUPERSEDED -> kept.change(dossier.slots().size() - 1);
      case REPLACES -> {
        kept.change(slotBefore);
        kept.change(dossier.slots().size() - 1);
      }
      case DUPLICATE -> {}
    }
  }

  /** A withdrawal of a bank stands; its dossiers are yet to follow. */
  public void withdraw(String bank, Fact withdrawal) {
    setWithdrawals(bank, withdrawalsOf(bank).with(withdrawal));
  }

  /** A withdrawal of a bank no longer stands; its dossiers are yet to follow. */
  public void withdrawNot(String bank, Content withdrawal) {
    setWithdrawals(bank, withdrawalsOf(bank).without(withdrawal));
  }

  /**
   * Brings dossiers of a bank up to its withdrawals.
   *
   * @param most how many, at the most
   * @return whether there are more to be brought
   */
  public boolean follow(String bank, int most) {
    List<KeptDossier> all = dossiersOfBanks.getOrDefault(bank, List.of());
    Withdrawals now = withdrawalsOf(bank);
    int from = followers.getOrDefault(bank, 0);
    int to = Math.min(all.size(), from + most);
    for (KeptDossier kept : all.subList(from, to)) {
      follow(kept, open(kept, now), now);
    }
    followers.put(bank, to);
    return to < all.size();
  }

  @Override
  public void log(Changelog changelog) {
    ByteWriter out = new ByteWriter();
    for (KeptDossier kept : touchedDossiers) {
      kept.settle(
          out, (bytes, segment) -> changelog.put(DossierKeys.segment(kept.key(), segment), bytes));
    }
    touchedDossiers.clear();
    for (String bank : changedBanks) {
      changelog.put(DossierKeys.bank(bank), pack(withdrawalsOf(bank)));
    }
    changedBanks.clear();
    if (ledgerChanged) {
      out.putByte(VERSION);
      ledger.write(out);
      changelog.put(DossierKeys.ledger(), out.take());
    }
  }

  /** Takes the ledger as told. */
  public void settleLedger() {
    ledgerChanged = false;
  }

  @Override
  public void restore(byte[] key, byte[] value) {
    switch (DossierKeys.kind(key)) {
      case DossierKeys.SEGMENT ->
          dossiers
              .computeIfAbsent(DossierKeys.eventKey(key), this::keep)
              .restore(DossierKeys.segmentNumber(key), value);
      case DossierKeys.BANK -> restoreWithdrawals(DossierKeys.bankOf(key), unpack(value));
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
    dossiersOfBanks.clear();
    withdrawals.clear();
    followers.clear();
    touchedDossiers.clear();
    changedBanks.clear();
    ledger = new Ledger();
    ledgerChanged = false;
    outbox.clear();
  }

  private KeptDossier keep(RawKey key) {
    Parties parties = key.parties();
    KeptDossier kept = new KeptDossier(key, parties);
    if (parties.isPair()) {
      dossiersOfBanks.computeIfAbsent(parties.bank(), none -> new ArrayList<>()).add(kept);
    }
    return kept;
  }

  private void follow(KeptDossier kept, Dossier dossier, Withdrawals now) {
    if (kept.parties().isPair() && !dossier.withdrawals().equals(now)) {
      dossier.follow(now, outbox);
      kept.change(HEAD);
    }
  }

  private Dossier open(KeptDossier kept, Withdrawals known) {
    if (kept.touch()) {
      touchedDossiers.add(kept);
    }
    return kept.open(known);
  }

  /** How far its dossiers had followed other ones says nothing about these. */
  private void restoreWithdrawals(String bank, Withdrawals now) {
    withdrawals.put(bank, now);
    followers.remove(bank);
  }

  private void setWithdrawals(String bank, Withdrawals now) {
    withdrawals.put(bank, now);
    followers.put(bank, 0);
    changedBanks.add(bank);
  }

  private Withdrawals withdrawalsOf(Parties parties) {
    return parties.isPair() ? withdrawalsOf(parties.bank()) : Withdrawals.NONE;
  }

  private Withdrawals withdrawalsOf(String bank) {
    return withdrawals.getOrDefault(bank, Withdrawals.NONE);
  }

  private static byte[] pack(Withdrawals withdrawals) {
    ByteWriter out = new ByteWriter();
    out.putByte(VERSION);
    withdrawals.facts().forEach(fact -> ContentCodec.put(fact, out));
    return out.take();
  }

  private static Withdrawals unpack(byte[] value) {
    List<Fact> facts = new ArrayList<>();
    ByteReader in = new ByteReader(value);
    in.expectVersion(VERSION, "withdrawals");
    while (in.hasMore()) {
      facts.add(ContentCodec.takeFact(in));
    }
    return new Withdrawals(facts);
  }
}
