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
import java.util.List;
import java.util.Map;

/**
 * All that one partition of events has come to: the dossiers by key, what the banks have withdrawn,
 * and the ledger.
 */
public final class DossierState implements HeapState {

  /**
   * The format of the changelogs and of differences, and where those lie: a build that has another
   * cannot go on with it.
   */
  public static final int FORMAT = 3;

  private static final int VERSION = 1;

  private final Dossiers dossiers;
  private final Map<String, BankFile> banks = new HashMap<>();
  private final Map<String, String> firms = new HashMap<>();
  private final List<KeptDossier> touchedDossiers = new ArrayList<>();
  private final List<BankFile> changedBanks = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private final Outbox outbox = new Outbox();
  private final TaskEffects effects = new TaskEffects(outbox, ledger);
  private final ByteWriter scratch = new ByteWriter();
  private final DossierPages pages = new DossierPages(scratch);

  /**
   * How many dossiers there are of which a page has something that adds to what is not known: it
   * may come yet.
   */
  private int incomplete;

  private boolean ledgerChanged;

  /** State on the heap. */
  public DossierState() {
    this.dossiers = new DossierTable();
  }

  /** State in RocksDB, but for what is in use. */
  public DossierState(RocksSpace space) {
    this.dossiers = new RocksDossiers(space, this::unknown, scratch);
  }

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

  /**
   * How many entries of state a record of the changelog holds: of a page, one for each dossier that
   * changed.
   *
   * @param value null when the record removes something
   */
  public static int entriesIn(byte[] key, byte[] value) {
    if (value == null) {
      return 0;
    }
    return DossierKeys.kind(key) == DossierKeys.PAGE ? DossierPages.entries(value) : 1;
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
    if (incomplete > 0) {
      throw new IllegalStateException(
          "the changelog lacks the beginning of %d dossiers".formatted(incomplete));
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
    dossiers.settle(touchedDossiers);
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
    incomplete = 0;
    banks.clear();
    firms.clear();
    touchedDossiers.clear();
    changedBanks.clear();
    ledger.clear();
    ledgerChanged = false;
    outbox.clear();
  }

  private void restorePage(long number, byte[] value) {
    if (value == null) {
      pages.removed(number);
    } else {
      pages.restore(
          number, value, (key, segment, base, bytes) -> restore(keep(key), segment, base, bytes));
    }
  }

  private void restore(KeptDossier kept, int segment, int base, byte[] bytes) {
    int before = kept.segments();
    incomplete -= kept.isIncomplete() ? 1 : 0;
    kept.restore(segment, base, bytes, scratch);
    incomplete += kept.isIncomplete() ? 1 : 0;
    dossiers.restored(kept, segment, before);
  }

  private KeptDossier keep(byte[] key) {
    KeptDossier known = dossiers.get(key);
    if (known != null) {
      return known;
    }
    KeptDossier kept = unknown(key);
    dossiers.add(kept);
    kept.enlist();
    return kept;
  }

  private KeptDossier unknown(byte[] key) {
    Parties parties = Parties.ofKey(new String(key, StandardCharsets.UTF_8));
    return new KeptDossier(key, parties.isPair() ? file(parties.bank()) : null);
  }

  private BankFile file(String bank) {
    return banks.computeIfAbsent(bank, id -> new BankFile(id, dossiers.followers(id), firms));
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
