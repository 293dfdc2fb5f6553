package dev.mooring.metrics;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.contract.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * Folds events in memory, on one thread, into the rows that the topology would make of them: for
 * checks, looks into the past, and as the measure of what folding alone costs.
 */
public final class MemoryFold {

  private final Map<Parties, Dossier> dossiers = new HashMap<>();
  private final Map<String, List<Dossier>> dossiersOfBanks = new HashMap<>();
  private final Map<String, Withdrawals> withdrawals = new HashMap<>();
  private final Tallies tallies = new Tallies();
  private final NavigableMap<String, SpecificRecord> stances = new TreeMap<>();
  private final Effects effects = new Collecting();

  /** Takes a valid event; repeats and any order are welcome. */
  public Dossier.Verdict add(Event event) {
    return add(Parties.of(event), Fact.of(event, Fingerprint.of(event)));
  }

  /** Takes a valid event as the fact that it states. */
  public Dossier.Verdict add(Parties parties, Fact fact) {
    return add(parties, fact, effects);
  }

  /**
   * The same, seen by somebody on its way.
   *
   * @param through passes everything on to {@link #effects()}
   */
  Dossier.Verdict add(Parties parties, Fact fact, Effects through) {
    return dossiers.computeIfAbsent(parties, this::open).add(fact, through);
  }

  /** Takes what changes. */
  Effects effects() {
    return effects;
  }

  /** Visits the facts that stand for the events of a bank's relationships. */
  void forEachFactOf(String bank, Consumer<Fact> visitor) {
    dossiersOfBanks.getOrDefault(bank, List.of()).forEach(dossier -> dossier.forEachFact(visitor));
  }

  /** The rows by topic and key: of all output topics but the ledger. */
  public Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows() {
    Map<TopicSpec, NavigableMap<String, SpecificRecord>> rows = new HashMap<>();
    rows.put(Topics.BANK_METRICS, metrics(Scope.BANK));
    rows.put(Topics.CITY_METRICS, metrics(Scope.CITY));
    rows.put(Topics.COUNTRY_METRICS, metrics(Scope.COUNTRY));
    rows.put(Topics.BANK_DAILY, daily(Scope.BANK));
    rows.put(Topics.CITY_DAILY, daily(Scope.CITY));
    rows.put(Topics.REASONS, reasons());
    rows.put(Topics.MOORINGS, moorings());
    rows.put(Topics.STANCES, new TreeMap<>(stances));
    return rows;
  }

  /**
   * Takes over all that another fold holds: so parts of a history that were folded apart become
   * one. All that is under one key must have been folded together.
   *
   * @param other not to be used any more
   * @throws IllegalArgumentException when a key is in both
   */
  public void join(MemoryFold other) {
    for (Parties parties : other.dossiers.keySet()) {
      if (dossiers.containsKey(parties)) {
        throw new IllegalArgumentException("key: " + parties.key() + " is in both folds");
      }
    }
    // A bank's withdrawals are under one key, and concern relationships under others.
    Map<String, Withdrawals> known = Map.copyOf(withdrawals);
    other.withdrawals.forEach(this::withdraw);
    known.forEach(other::withdraw);
    withdrawals.putAll(other.withdrawals);
    dossiers.putAll(other.dossiers);
    other.dossiersOfBanks.forEach(
        (bank, theirs) ->
            dossiersOfBanks.computeIfAbsent(bank, none -> new ArrayList<>()).addAll(theirs));
    tallies.addAll(other.tallies);
    stances.putAll(other.stances);
  }

  /** Visits the fact that stands for each event, whatever its status, in no order. */
  public void forEachLatest(BiConsumer<Parties, Fact> visitor) {
    dossiers.forEach(
        (parties, dossier) -> dossier.forEachFact(fact -> visitor.accept(parties, fact)));
  }

  /** What was counted. */
  Tallies tallies() {
    return tallies;
  }

  private Dossier open(Parties parties) {
    Withdrawals known = withdrawals.getOrDefault(parties.bank(), Withdrawals.NONE);
    Dossier dossier = new Dossier(parties, known);
    if (parties.isPair()) {
      dossiersOfBanks.computeIfAbsent(parties.bank(), none -> new ArrayList<>()).add(dossier);
    }
    return dossier;
  }

  private void withdraw(String bank, Withdrawals now) {
    withdrawals.put(bank, now);
    dossiersOfBanks.getOrDefault(bank, List.of()).forEach(dossier -> dossier.follow(now, effects));
  }

  private NavigableMap<String, SpecificRecord> metrics(Scope scope) {
    NavigableMap<String, SpecificRecord> rows = new TreeMap<>();
    tallies.of(scope).forEach((id, tally) -> put(rows, id, Rows.metrics(scope, id, tally)));
    return rows;
  }

  private NavigableMap<String, SpecificRecord> daily(Scope scope) {
    NavigableMap<String, SpecificRecord> rows = new TreeMap<>();
    tallies
        .of(scope)
        .forEach(
            (id, tally) ->
                tally
                    .days()
                    .forEach(
                        (counts, day) ->
                            put(rows, RowKeys.daily(id, day), Rows.daily(scope, id, day, counts))));
    return rows;
  }

  private NavigableMap<String, SpecificRecord> moorings() {
    NavigableMap<String, SpecificRecord> rows = new TreeMap<>();
    dossiers.forEach(
        (pair, dossier) ->
            dossier.forEachMooring(
                (city, state) ->
                    put(rows, RowKeys.mooring(pair, city), Rows.mooring(pair, city, state))));
    return rows;
  }

  private NavigableMap<String, SpecificRecord> reasons() {
    NavigableMap<String, SpecificRecord> rows = new TreeMap<>();
    for (Scope scope : List.of(Scope.BANK, Scope.CITY)) {
      tallies
          .of(scope)
          .forEach(
              (id, tally) ->
                  tally
                      .reasons()
                      .forEach(
                          (key, count) ->
                              put(
                                  rows,
                                  RowKeys.reason(scope, id, key),
                                  Rows.reason(scope, id, key, count))));
    }
    return rows;
  }

  private static void put(
      NavigableMap<String, SpecificRecord> rows, String key, SpecificRecord row) {
    if (row == null) {
      rows.remove(key);
    } else {
      rows.put(key, row);
    }
  }

  /** Keeps what the dossiers do not. */
  private final class Collecting implements Effects {

    @Override
    public Tallies tallies() {
      return tallies;
    }

    @Override
    public void mooring(Parties pair, String city, MooringState state) {
      // the dossiers have them
    }

    @Override
    public void stance(Parties parties, StanceKey key, Fact last) {
      put(stances, RowKeys.stance(parties, key), Rows.stance(parties, key, last));
    }

    @Override
    public void withdrew(String bank, Fact withdrawal) {
      withdraw(bank, withdrawals.getOrDefault(bank, Withdrawals.NONE).with(withdrawal));
    }

    @Override
    public void withdrewNot(String bank, Content withdrawal) {
      withdraw(bank, withdrawals.getOrDefault(bank, Withdrawals.NONE).without(withdrawal));
    }
  }
}
