package dev.mooring.topology.stage;

import dev.mooring.topology.Nodes;
import dev.mooring.topology.state.DossierState;
import dev.mooring.topology.state.HeapStore;
import dev.mooring.topology.state.WithdrawalCodec;
import dev.mooring.topology.state.WithdrawalMessage;
import dev.mooring.topology.state.WithdrawalMessage.GoOn;
import dev.mooring.topology.state.WithdrawalMessage.Stands;
import dev.mooring.topology.state.WithdrawalMessage.StandsNoMore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Lets the relationships of a bank that lie in this partition follow its withdrawals, some at a
 * time: a bank may have a million. What is left goes on with a message to itself, so that a commit
 * never has too much in it, a crash loses nothing, and the work that is left shows as lag.
 *
 * <p>It shares the store, and so the outbox, of the {@link RelationshipProcessor} beside it.
 */
public final class WithdrawalProcessor implements Processor<byte[], byte[], Void, Void> {

  private static final int AT_A_TIME = 20_000;

  private ProcessorContext<Void, Void> context;
  private DossierState state;

  @Override
  public void init(ProcessorContext<Void, Void> processorContext) {
    context = processorContext;
    HeapStore<DossierState> store = context.getStateStore(Nodes.DOSSIER_STORE);
    state = store.state();
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    WithdrawalMessage message = WithdrawalCodec.read(record.key(), record.value());
    switch (message) {
      case Stands(String bank, var withdrawal) -> state.withdraw(bank, withdrawal);
      case StandsNoMore(String bank, var withdrawal) -> state.withdrawNot(bank, withdrawal);
      case GoOn goOn -> {}
    }
    if (state.follow(message.bank(), AT_A_TIME)) {
      state.outbox().send(new GoOn(message.bank(), context.taskId().partition()));
    }
  }
}
