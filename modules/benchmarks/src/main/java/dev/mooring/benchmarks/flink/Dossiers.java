package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.peer.Changes;
import dev.mooring.contract.EventKey;
import dev.mooring.contract.event.EventType;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.Withdrawals;
import dev.mooring.topology.state.PackedDossier;
import dev.mooring.topology.state.WithdrawalMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;

/**
 * The dossiers of a subtask. Flink's state has them by bank, in segments: of the first the key is
 * the firm, of others the firm and a number. Those that were in use since the last checkpoint are
 * open, and so are large ones for good: opening one anew would cost more than the room that it
 * takes.
 */
final class Dossiers {

  private static final char SEPARATOR = '/';

  private final MapState<String, byte[]> segments;
  private final Consumer<String> toBank;
  private final Map<String, OpenDossier> open = new HashMap<>();
  private final List<OpenDossier> changed = new ArrayList<>();
  private final Map<String, Withdrawals> withdrawals = new HashMap<>();

  /**
   * Dossiers that lie in a state.
   *
   * @param toBank tells the state which bank it is asked about
   */
  Dossiers(MapState<String, byte[]> segments, Consumer<String> toBank) {
    this.segments = segments;
    this.toBank = toBank;
  }

  /** Takes a fact of a key. */
  void take(String key, Fact fact, Changes outbox) throws Exception {
    OpenDossier dossier = open(key);
    if (dossier.take(fact, outbox)) {
      changed.add(dossier);
    }
    if (!outbox.withdrawals().isEmpty()) {
      List<WithdrawalMessage> messages = List.copyOf(outbox.withdrawals());
      outbox.withdrawals().clear();
      for (WithdrawalMessage message : messages) {
        withdraw(message, outbox);
      }
    }
  }

  /** How many have changed since the last checkpoint. */
  int changed() {
    return changed.size();
  }

  /** Puts into the state what has changed, and closes what is small. */
  void store() throws Exception {
    for (OpenDossier dossier : changed) {
      toBank.accept(dossier.bank());
      PackedDossier packed = dossier.packed();
      for (int i = packed.nextChanged(0); i >= 0; i = packed.nextChanged(i + 1)) {
        segments.put(stateKey(dossier.firm(), i), packed.segment(i));
      }
      dossier.settle();
    }
    changed.clear();
    open.values().removeIf(OpenDossier::isSmall);
  }

  private OpenDossier open(String key) throws Exception {
    OpenDossier known = open.get(key);
    if (known != null) {
      return known;
    }
    int slash = key.indexOf(SEPARATOR);
    String bank = key.substring(0, slash);
    String firm = key.substring(slash + 1);
    OpenDossier opened = new OpenDossier(bank, firm, load(bank, firm, Parties.ofKey(key)));
    open.put(key, opened);
    return opened;
  }

  private PackedDossier load(String bank, String firm, Parties parties) throws Exception {
    toBank.accept(bank);
    byte[] head = segments.get(firm);
    if (head == null) {
      return new PackedDossier(parties, parties.isPair() ? withdrawalsOf(bank) : Withdrawals.NONE);
    }
    PackedDossier dossier = new PackedDossier(parties, List.of(head));
    boolean whole = dossier.size() < PackedDossier.SEGMENT;
    return whole ? dossier : new PackedDossier(parties, all(firm, head));
  }

  private List<byte[]> all(String firm, byte[] head) throws Exception {
    List<byte[]> all = new ArrayList<>();
    for (byte[] next = head; next != null; next = segments.get(stateKey(firm, all.size()))) {
      all.add(next);
    }
    return all;
  }

  private void withdraw(WithdrawalMessage message, Changes outbox) throws Exception {
    String bank = message.bank();
    Withdrawals before = withdrawalsOf(bank);
    Withdrawals now =
        switch (message) {
          case WithdrawalMessage.Stands(String of, var fact) -> before.with(fact);
          case WithdrawalMessage.StandsNoMore(String of, var content) -> before.without(content);
          case WithdrawalMessage.GoOn goOn -> before;
        };
    withdrawals.put(bank, now);
    for (OpenDossier dossier : allOf(bank)) {
      if (dossier.isPair() && dossier.follow(now, outbox)) {
        changed.add(dossier);
      }
    }
  }

  /** All dossiers of a bank: those that are open, and those that are to be opened. */
  private List<OpenDossier> allOf(String bank) throws Exception {
    toBank.accept(bank);
    List<String> firms = new ArrayList<>();
    for (String key : segments.keys()) {
      if (key.indexOf(SEPARATOR) < 0) {
        firms.add(key);
      }
    }
    for (String firm : firms) {
      open(bank + SEPARATOR + firm);
    }
    return open.values().stream().filter(dossier -> dossier.bank().equals(bank)).toList();
  }

  /** They are among what was published under the bank's own key. */
  private Withdrawals withdrawalsOf(String bank) throws Exception {
    Withdrawals known = withdrawals.get(bank);
    if (known == null) {
      List<Fact> facts = new ArrayList<>();
      open(bank + SEPARATOR + EventKey.NONE)
          .packed()
          .dossier()
          .forEachFact(
              fact -> {
                if (fact.type() == EventType.BANK_WITHDREW && fact.stands()) {
                  facts.add(fact);
                }
              });
      known = new Withdrawals(facts);
      withdrawals.put(bank, known);
    }
    return known;
  }

  private static String stateKey(String firm, int segment) {
    return segment == 0 ? firm : firm + SEPARATOR + segment;
  }
}
