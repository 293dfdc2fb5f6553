package dev.mooring.benchmarks.peer;

import dev.mooring.contract.TopicSpec;
import dev.mooring.contract.Topics;
import dev.mooring.metrics.Counts;
import dev.mooring.metrics.ReasonKey;
import dev.mooring.metrics.RowKeys;
import dev.mooring.metrics.Rows;
import dev.mooring.metrics.Scope;
import dev.mooring.metrics.Tally;

/** The rows of banks, cities and countries, with their topics and keys. */
public final class ScopeRows {

  private ScopeRows() {}

  /** The metrics row. */
  public static Row metrics(Scope scope, String id, Tally tally) {
    return new Row(metricsTopic(scope), id, Rows.metrics(scope, id, tally));
  }

  /** The row of a day; countries have none. */
  public static Row daily(Scope scope, String id, int day, Counts counts) {
    TopicSpec topic = scope == Scope.BANK ? Topics.BANK_DAILY : Topics.CITY_DAILY;
    return new Row(topic, RowKeys.daily(id, day), Rows.daily(scope, id, day, counts));
  }

  /** The row of a reason. */
  public static Row reason(Scope scope, String id, ReasonKey key, long count) {
    return new Row(
        Topics.REASONS, RowKeys.reason(scope, id, key), Rows.reason(scope, id, key, count));
  }

  private static TopicSpec metricsTopic(Scope scope) {
    return switch (scope) {
      case BANK -> Topics.BANK_METRICS;
      case CITY -> Topics.CITY_METRICS;
      case COUNTRY -> Topics.COUNTRY_METRICS;
    };
  }
}
