package dev.mooring.topology.stage;

import dev.mooring.contract.Topics;
import dev.mooring.metrics.RowKeys;
import dev.mooring.metrics.Rows;
import dev.mooring.metrics.Scope;
import dev.mooring.metrics.Tally;
import dev.mooring.topology.Nodes;
import dev.mooring.topology.state.CommitForwarding;
import dev.mooring.topology.state.HeapStore;
import dev.mooring.topology.state.ScopeId;
import dev.mooring.topology.state.ScopeTally;
import dev.mooring.topology.state.TallyCodec;
import dev.mooring.topology.state.TallyState;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds differences to the tallies of banks, cities and countries, and at each commit sends the rows
 * of those that changed. It asks for a commit as soon as all differences of the last one have come.
 */
public final class TallyProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  private final StageTools tools;
  private final Map<Thread, EarlyCommit> commits;
  private EarlyCommit early;
  private TallyState state;
  private Map<Scope, RowWriter> metrics;
  private Map<Scope, RowWriter> daily;
  private RowWriter reasons;

  private TallyProcessor(StageTools tools, Map<Thread, EarlyCommit> commits) {
    this.tools = tools;
    this.commits = commits;
  }

  /** Processors with the tools that they need, for all tasks of an instance. */
  public static ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(StageTools tools) {
    Map<Thread, EarlyCommit> commits = Collections.synchronizedMap(new WeakHashMap<>());
    return () -> new TallyProcessor(tools, commits);
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    HeapStore<TallyState> store = context.getStateStore(Nodes.TALLY_STORE);
    state = store.state();
    Serializer<Object> serializer = tools.rowSerializers().get();
    metrics =
        Map.of(
            Scope.BANK, new RowWriter(context, serializer, Topics.BANK_METRICS, tools),
            Scope.CITY, new RowWriter(context, serializer, Topics.CITY_METRICS, tools),
            Scope.COUNTRY, new RowWriter(context, serializer, Topics.COUNTRY_METRICS, tools));
    daily =
        Map.of(
            Scope.BANK, new RowWriter(context, serializer, Topics.BANK_DAILY, tools),
            Scope.CITY, new RowWriter(context, serializer, Topics.CITY_DAILY, tools));
    reasons = new RowWriter(context, serializer, Topics.REASONS, tools);
    CommitForwarding forwarding = new CommitForwarding(context);
    store.beforeCommit(() -> forwarding.run(this::sendRows));
    commitEarly(context);
  }

  private void commitEarly(ProcessorContext<byte[], byte[]> context) {
    early =
        commits.computeIfAbsent(
            Thread.currentThread(), thread -> new EarlyCommit(EarlyCommit.interval(context)));
    var unused =
        context.schedule(
            EarlyCommit.QUIET,
            PunctuationType.WALL_CLOCK_TIME,
            now -> {
              if (early.isDue(now, !state.changed().isEmpty())) {
                context.commit();
              }
            });
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    early.taken();
    TallyCodec.addTo(state.changing(ScopeId.ofBytes(record.key())), record.value());
  }

  private void sendRows() {
    state.changed().forEach(this::sendRows);
    state.settle();
  }

  private void sendRows(ScopeTally changed) {
    Scope scope = changed.id().scope();
    String id = changed.id().id();
    Tally tally = changed.tally();
    metrics.get(scope).write(id, Rows.metrics(scope, id, tally));
    if (scope == Scope.COUNTRY) {
      return;
    }
    for (int day : changed.changedDays()) {
      daily
          .get(scope)
          .write(RowKeys.daily(id, day), Rows.daily(scope, id, day, tally.days().get(day)));
    }
    changed
        .changedReasons()
        .forEach(
            key ->
                reasons.write(
                    RowKeys.reason(scope, id, key),
                    Rows.reason(scope, id, key, tally.reasons().get(key))));
  }
}
