package dev.mooring.benchmarks.flink;

import dev.mooring.metrics.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds differences to what is known of banks, cities and countries. They come just before the
 * barrier of a checkpoint, and what has changed goes on as rows before it does.
 */
final class TallyOperator extends AbstractStreamOperator<RowRecord>
    implements OneInputStreamOperator<Difference, RowRecord> {

  private static final long serialVersionUID = 1;

  private final FlinkJob.Places places;
  private transient TallyStates states;
  private transient RowRecords records;
  private transient Map<String, Difference> pending;

  TallyOperator(FlinkJob.Places places) {
    this.places = places;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    states = new TallyStates(context.getKeyedStateStore());
    pending = new LinkedHashMap<>();
  }

  @Override
  public void open() throws Exception {
    super.open();
    records = new RowRecords(places.registry(), places.partitions());
  }

  /** The key matters only where state is touched. */
  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  public void processElement(StreamRecord<Difference> element) {
    Difference difference = element.getValue();
    pending.merge(difference.key(), difference, TallyOperator::both);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    send();
  }

  @Override
  public void finish() throws Exception {
    send();
    super.finish();
  }

  private void send() throws Exception {
    for (Map.Entry<String, Difference> entry : pending.entrySet()) {
      setCurrentKey(entry.getKey());
      states.add(entry.getValue(), row -> output.collect(new StreamRecord<>(records.of(row))));
    }
    pending.clear();
  }

  private static Difference both(Difference one, Difference other) {
    Tally sum = new Tally();
    sum.addAll(one.tally());
    sum.addAll(other.tally());
    return new Difference(one.scope(), one.id(), sum);
  }
}
