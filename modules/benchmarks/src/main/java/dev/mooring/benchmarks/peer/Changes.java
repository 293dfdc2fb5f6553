package dev.mooring.benchmarks.peer;

import dev.mooring.metrics.Content;
import dev.mooring.metrics.Effects;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.MooringState;
import dev.mooring.metrics.Parties;
import dev.mooring.metrics.StanceKey;
import dev.mooring.metrics.Tallies;
import dev.mooring.topology.state.WithdrawalMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What events have changed: differences add up, and of each row only the last is kept. */
public final class Changes implements Effects {

  /** Which mooring; the city is null for the one without. */
  public record MooringKey(Parties pair, String city) {}

  /** Which stance. */
  public record PartyStance(Parties parties, StanceKey key) {}

  private final Tallies tallies = new Tallies();
  private final Map<MooringKey, MooringState> moorings = new LinkedHashMap<>();
  private final Map<PartyStance, Fact> stances = new LinkedHashMap<>();
  private final List<WithdrawalMessage> withdrawals = new ArrayList<>();

  @Override
  public Tallies tallies() {
    return tallies;
  }

  @Override
  public void mooring(Parties pair, String city, MooringState state) {
    moorings.put(new MooringKey(pair, city), state);
  }

  @Override
  public void stance(Parties parties, StanceKey key, Fact last) {
    stances.put(new PartyStance(parties, key), last);
  }

  @Override
  public void withdrew(String bank, Fact withdrawal) {
    withdrawals.add(new WithdrawalMessage.Stands(bank, withdrawal));
  }

  @Override
  public void withdrewNot(String bank, Content withdrawal) {
    withdrawals.add(new WithdrawalMessage.StandsNoMore(bank, withdrawal));
  }

  /** The moorings that changed; null for those that are no more. */
  public Map<MooringKey, MooringState> moorings() {
    return moorings;
  }

  /** The last words on stances; null where there is none left. */
  public Map<PartyStance, Fact> stances() {
    return stances;
  }

  /** What is to be told of withdrawals, in its order. */
  public List<WithdrawalMessage> withdrawals() {
    return withdrawals;
  }

  /** Takes all as sent. */
  public void clear() {
    tallies.clear();
    moorings.clear();
    stances.clear();
    withdrawals.clear();
  }
}
