package dev.mooring.metrics;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The rows that some facts may have moved: while those are on their way, such a row may have any
 * value that it takes between two of them, and every other row is what it was.
 *
 * <p>It holds for facts that are taken in any order of the keys, those of a key in their own order.
 * Only a withdrawal crosses from one key to others and may overtake their facts, or be overtaken;
 * of a bank that withdrew, every row counts as moved that its relationships may have a part in.
 * Countries are not among those: they count events only.
 */
public final class Movement {

  private final Map<TopicSpec, Set<String>> rows = new HashMap<>();
  private final Set<String> withdrew = new HashSet<>();

  /** Cities by the bank whose facts name them. */
  private final Map<String, Set<String>> cities = new HashMap<>();

  Movement() {}

  /** Whether facts may have moved a row; of the ledger's that is not said. */
  public boolean concerns(TopicSpec topic, String key) {
    if (rows.getOrDefault(topic, Set.of()).contains(key)) {
      return true;
    }
    String[] parts = key.split("/", -1);
    if (topic.equals(Topics.REASONS)) {
      return parts.length > 1 && concerns(parts[0], parts[1]);
    }
    if (topic.equals(Topics.CITY_METRICS) || topic.equals(Topics.CITY_DAILY)) {
      return isCityOfThose(parts[0]);
    }
    boolean ofBank =
        topic.equals(Topics.BANK_METRICS)
            || topic.equals(Topics.BANK_DAILY)
            || topic.equals(Topics.MOORINGS);
    return ofBank && withdrew.contains(parts[0]);
  }

  /** Keys are as they were found: none of ours may be among them. */
  private boolean concerns(String scope, String id) {
    return (scope.equals(Scope.BANK.word()) && withdrew.contains(id))
        || (scope.equals(Scope.CITY.word()) && isCityOfThose(id));
  }

  private boolean isCityOfThose(String id) {
    return withdrew.stream().anyMatch(bank -> cities.getOrDefault(bank, Set.of()).contains(id));
  }

  void row(TopicSpec topic, String key) {
    rows.computeIfAbsent(topic, none -> new HashSet<>()).add(key);
  }

  /** Counts were added. */
  void counts(Tallies differences) {
    for (Scope scope : Scope.values()) {
      differences
          .of(scope)
          .forEach(
              (id, tally) -> {
                if (!tally.isZero()) {
                  counts(scope, id, tally);
                }
              });
    }
  }

  private void counts(Scope scope, String id, Tally difference) {
    row(topic(scope), id);
    difference
        .reasons()
        .forEach((key, count) -> row(Topics.REASONS, RowKeys.reason(scope, id, key)));
    if (scope != Scope.COUNTRY) {
      TopicSpec daily = scope == Scope.BANK ? Topics.BANK_DAILY : Topics.CITY_DAILY;
      difference.days().forEach((counts, day) -> row(daily, RowKeys.daily(id, day)));
    }
  }

  private static TopicSpec topic(Scope scope) {
    return switch (scope) {
      case BANK -> Topics.BANK_METRICS;
      case CITY -> Topics.CITY_METRICS;
      case COUNTRY -> Topics.COUNTRY_METRICS;
    };
  }

  /** A fact has come or gone, whoever its bank is. */
  void named(String bank, Fact fact) {
    if (bank != null && fact != null && fact.city() != null) {
      cities.computeIfAbsent(bank, none -> new HashSet<>()).add(fact.city());
    }
  }

  /** The withdrawals of a bank have changed. */
  void withdrew(String bank) {
    withdrew.add(bank);
  }

  /** The banks whose withdrawals have changed. */
  Set<String> withdrew() {
    return withdrew;
  }
}
