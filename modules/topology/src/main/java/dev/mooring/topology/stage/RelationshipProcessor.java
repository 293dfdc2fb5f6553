package dev.mooring.topology.stage;

import dev.mooring.metrics.Fact;
import dev.mooring.topology.Nodes;
import dev.mooring.topology.intake.Examined;
import dev.mooring.topology.intake.Examined.Accepted;
import dev.mooring.topology.intake.Examined.Rejected;
import dev.mooring.topology.intake.Intake;
import dev.mooring.topology.state.CommitForwarding;
import dev.mooring.topology.state.DossierState;
import dev.mooring.topology.state.HeapStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Reads the events of one partition, folds each into its dossier, and adds up what that changes. At
 * each commit it sends what has added up: dead letters, withdrawals, rows of moorings and stances,
 * differences for banks, cities and countries, and the ledger.
 */
public final class RelationshipProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  /** Asks for a commit before what is pending takes too much memory or too large a transaction. */
  private static final int MOST_DOSSIERS = 200_000;

  private static final int MOST_LETTER_BYTES = 32 * 1024 * 1024;

  private final StageTools tools;
  private final Intake intake;
  private final Letters letters = new Letters();
  private ProcessorContext<byte[], byte[]> context;
  private DossierState state;

  /** A processor of a topic with so many partitions. */
  public RelationshipProcessor(StageTools tools, int partitions) {
    this.tools = tools;
    this.intake = new Intake(tools.schemas(), partitions);
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> processorContext) {
    context = processorContext;
    HeapStore<DossierState> store = context.getStateStore(Nodes.DOSSIER_STORE);
    state = store.state();
    CommitForwarding forwarding = new CommitForwarding(context);
    OutboxSender sender = new OutboxSender(context, tools);
    store.beforeCommit(() -> forwarding.run(() -> sender.send(state)));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata origin = context.recordMetadata().orElseThrow();
    Examined examined =
        intake.examine(
            record.headers(), record.key(), record.value(), origin.partition(), record.timestamp());
    switch (examined) {
      case Accepted(Fact fact) -> state.take(record.key(), fact);
      case Rejected rejected -> state.reject(letters.write(record, origin, rejected));
    }
    if (state.touched() > MOST_DOSSIERS || state.outbox().letterBytes() > MOST_LETTER_BYTES) {
      context.commit();
    }
  }
}
