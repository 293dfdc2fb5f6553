package dev.mooring.benchmarks.flink;

import dev.mooring.benchmarks.peer.ChangedRows;
import dev.mooring.benchmarks.peer.Changes;
import dev.mooring.contract.GeneratedTypes;
import dev.mooring.metrics.Scope;
import dev.mooring.registry.RegistryConfig;
import dev.mooring.registry.SchemaRegistryClient;
import dev.mooring.topology.intake.Examined;
import dev.mooring.topology.intake.Intake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Folds the events of banks into their dossiers. What changes adds up, and goes on just before the
 * barrier of a checkpoint.
 *
 * <p>By bank, so that a withdrawal finds all relationships that it concerns in one place, at any
 * parallelism.
 */
final class RelationshipOperator extends AbstractStreamOperator<Difference>
    implements OneInputStreamOperator<RawEvent, Difference> {

  /** Rows of moorings and stances. */
  static final OutputTag<RowRecord> ROWS = new OutputTag<>("rows", PeerType.ROWS);

  /** Accumulator: events that were accepted. */
  static final String EVENTS = "events";

  private static final long serialVersionUID = 1;

  /** Before what is open takes too much memory. */
  private static final int MOST_CHANGED = 200_000;

  private final FlinkJob.Places places;
  private transient SchemaRegistryClient registry;
  private transient Intake intake;
  private transient RowRecords records;
  private transient Dossiers dossiers;
  private transient Changes outbox;
  private transient LongCounter events;

  RelationshipOperator(FlinkJob.Places places) {
    this.places = places;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    dossiers =
        new Dossiers(
            context
                .getKeyedStateStore()
                .getMapState(
                    new MapStateDescriptor<>(
                        "dossiers", StringSerializer.INSTANCE, SegmentSerializer.INSTANCE)),
            this::setCurrentKey);
    outbox = new Changes();
  }

  @Override
  public void open() throws Exception {
    super.open();
    GeneratedTypes.trust();
    registry =
        new SchemaRegistryClient(
            RegistryConfig.from(Map.of(RegistryConfig.URL, places.registry())));
    intake = new Intake(id -> Optional.of(registry.schemaById(id)), places.partitions());
    records = new RowRecords(places.registry(), places.partitions());
    events = new LongCounter();
    getRuntimeContext().addAccumulator(EVENTS, events);
  }

  /** The key matters only where state is touched, which is not for every event. */
  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  public void processElement(StreamRecord<RawEvent> element) throws Exception {
    RawEvent event = element.getValue();
    Examined examined =
        intake.examine(event.key(), event.value(), event.partition(), event.timestamp());
    if (examined instanceof Examined.Accepted accepted) {
      String key = new String(event.key(), StandardCharsets.ISO_8859_1);
      dossiers.take(key, accepted.fact(), outbox);
      events.add(1);
      if (dossiers.changed() > MOST_CHANGED) {
        dossiers.store();
      }
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    send();
  }

  @Override
  public void finish() throws Exception {
    send();
    int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    Files.createFile(Path.of(places.finished(), Integer.toString(subtask)));
    super.finish();
  }

  @Override
  public void close() throws Exception {
    super.close();
    if (registry != null) {
      registry.close();
    }
  }

  private void send() throws Exception {
    dossiers.store();
    ChangedRows.forEach(outbox, row -> output.collect(ROWS, new StreamRecord<>(records.of(row))));
    for (Scope scope : Scope.values()) {
      outbox
          .tallies()
          .of(scope)
          .forEach(
              (id, tally) -> output.collect(new StreamRecord<>(new Difference(scope, id, tally))));
    }
    outbox.clear();
  }
}
