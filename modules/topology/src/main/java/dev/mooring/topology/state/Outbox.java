package dev.mooring.topology.state;

import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.StanceKey;
import dev.mooring.metrics.Tallies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one task is about to send: nothing leaves it but in a commit. Differences add up, and of
 * each row only the last is kept, so what is sent grows with what was touched, not with what was
 * read.
 */
public final class Outbox {

  /** Which stance. */
  public record PartyStance(Parties parties, StanceKey key) {}

  private final Tallies tallies = new Tallies();
  private final Map<PartyStance, Fact> stances = new LinkedHashMap<>();
  private final List<WithdrawalMessage> withdrawals = new ArrayList<>();
  private final List<Letter> letters = new ArrayList<>();
  private long letterBytes;

  /** Where differences add up. */
  public Tallies tallies() {
    return tallies;
  }

  /**
   * Leaves the last word on a stance.
   *
   * @param last null where there is none left
   */
  void stance(Parties parties, StanceKey key, Fact last) {
    stances.put(new PartyStance(parties, key), last);
  }

  /** Leaves a message for the withdrawals topic. */
  public void send(WithdrawalMessage message) {
    withdrawals.add(message);
  }

  /** Leaves a dead letter. */
  public void reject(Letter letter) {
    letters.add(letter);
    letterBytes += letter.size();
  }

  /** The last words on stances; null where there is none left. */
  public Map<PartyStance, Fact> stances() {
    return stances;
  }

  /** The messages for the withdrawals topic, in their order. */
  public List<WithdrawalMessage> withdrawals() {
    return withdrawals;
  }

  /** The dead letters. */
  public List<Letter> letters() {
    return letters;
  }

  /** How large the dead letters are. */
  public long letterBytes() {
    return letterBytes;
  }

  /** Takes all as sent. */
  public void clear() {
    tallies.clear();
    stances.clear();
    withdrawals.clear();
    letters.clear();
    letterBytes = 0;
  }
}
