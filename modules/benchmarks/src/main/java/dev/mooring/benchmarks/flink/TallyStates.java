package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.peer.Row;
import dev.mooring.benchmarks.peer.ScopeRows;
import dev.mooring.benchmarks.peer.Summary;
import dev.mooring.metrics.Counts;
import dev.mooring.metrics.Measure;
import dev.mooring.metrics.Member;
import dev.mooring.metrics.Members;
import dev.mooring.metrics.ReasonKey;
import dev.mooring.metrics.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;

/**
 * What is known of a bank, city or country, in Flink's state: a summary, and its days, reasons and
 * counterparts one by one, so that a change reads and writes no more than it touches.
 */
final class TallyStates {

  private final ValueState<Summary> summaries;
  private final MapState<Integer, Counts> days;
  private final MapState<String, Long> reasons;
  private final Map<Member, MapState<String, Long>> members = new HashMap<>();

  TallyStates(KeyedStateStore store) {
    summaries = store.getState(new ValueStateDescriptor<>("summaries", SummarySerializer.INSTANCE));
    days = map(store, "days", IntSerializer.INSTANCE, CountsSerializer.INSTANCE);
    reasons = map(store, "reasons", StringSerializer.INSTANCE, LongSerializer.INSTANCE);
    for (Member member : Member.values()) {
      String name = "members-" + member;
      members.put(member, map(store, name, StringSerializer.INSTANCE, LongSerializer.INSTANCE));
    }
  }

  /** Adds a difference to what is known under the current key; gives out the rows that change. */
  void add(Difference difference, Consumer<Row> rows) throws Exception {
    Summary known = summaries.value();
    Summary summary = known == null ? new Summary() : known;
    summary.add(difference.tally());
    addDays(difference, summary, rows);
    addReasons(difference, rows);
    for (Member member : Member.values()) {
      addMembers(member, difference.tally().members(member), summary);
    }
    if (summary.isZero()) {
      summaries.clear();
    } else {
      summaries.update(summary);
    }
    rows.accept(ScopeRows.metrics(difference.scope(), difference.id(), summary.toTally()));
  }

  private void addDays(Difference difference, Summary summary, Consumer<Row> rows)
      throws Exception {
    Map<Integer, Counts> changes = new HashMap<>();
    difference.tally().days().forEach((counts, day) -> changes.put(day, counts));
    for (Map.Entry<Integer, Counts> change : changes.entrySet()) {
      int day = change.getKey();
      Counts known = days.get(day);
      Counts counts = known == null ? new Counts() : known;
      counts.addAll(change.getValue());
      if (counts.isZero()) {
        days.remove(day);
      } else {
        days.put(day, counts);
      }
      summary.day(day, counts.get(Measure.EVENTS) > 0);
      if (difference.scope() != Scope.COUNTRY) {
        rows.accept(ScopeRows.daily(difference.scope(), difference.id(), day, counts));
      }
    }
  }

  private void addReasons(Difference difference, Consumer<Row> rows) throws Exception {
    Map<ReasonKey, Long> changes = new HashMap<>();
    difference.tally().reasons().forEach(changes::put);
    for (Map.Entry<ReasonKey, Long> change : changes.entrySet()) {
      ReasonKey key = change.getKey();
      long count = sum(reasons, key.kind() + "/" + key.word(), change.getValue());
      rows.accept(ScopeRows.reason(difference.scope(), difference.id(), key, count));
    }
  }

  private void addMembers(Member member, Members more, Summary summary) throws Exception {
    Map<String, Long> changes = new HashMap<>();
    more.forEach(changes::put);
    for (Map.Entry<String, Long> change : changes.entrySet()) {
      long after = sum(members.get(member), change.getKey(), change.getValue());
      summary.member(member, after - change.getValue(), after);
    }
  }

  private static long sum(MapState<String, Long> sums, String key, long more) throws Exception {
    Long known = sums.get(key);
    long sum = (known == null ? 0 : known) + more;
    if (sum == 0) {
      sums.remove(key);
    } else {
      sums.put(key, sum);
    }
    return sum;
  }

  private static <K, V> MapState<K, V> map(
      KeyedStateStore store, String name, TypeSerializer<K> keys, TypeSerializer<V> values) {
    return store.getMapState(new MapStateDescriptor<>(name, keys, values));
  }
}
