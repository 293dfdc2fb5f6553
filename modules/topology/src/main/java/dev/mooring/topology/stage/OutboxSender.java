package dev.mooring.topology.stage;

import dev.mooring.contract.Topics;
import dev.mooring.metrics.RowKeys;
import dev.mooring.metrics.Rows;
import dev.mooring.metrics.Scope;
import dev.mooring.metrics.Tallies;
import dev.mooring.topology.Nodes;
import dev.mooring.topology.state.DossierState;
import dev.mooring.topology.state.Outbox;
import dev.mooring.topology.state.ScopeId;
import dev.mooring.topology.state.TallyCodec;
import dev.mooring.topology.state.WithdrawalCodec;
import dev.mooring.topology.state.WithdrawalMessage;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends what an outbox holds. */
final class OutboxSender {

  private final ProcessorContext<byte[], byte[]> context;
  private final RowWriter moorings;
  private final RowWriter stances;
  private final RowWriter ledger;

  OutboxSender(ProcessorContext<byte[], byte[]> context, StageTools tools) {
    this.context = context;
    Serializer<Object> serializer = tools.rowSerializers().get();
    this.moorings = new RowWriter(context, serializer, Topics.MOORINGS, tools);
    this.stances = new RowWriter(context, serializer, Topics.STANCES, tools);
    this.ledger = new RowWriter(context, serializer, Topics.LEDGER, tools);
  }

  void send(DossierState state) {
    Outbox outbox = state.outbox();
    sendLetters(outbox);
    sendWithdrawals(outbox);
    sendMoorings(state);
    sendStances(outbox);
    sendDifferences(outbox.tallies());
    sendLedger(state);
    state.settle();
  }

  private void sendLetters(Outbox outbox) {
    outbox
        .letters()
        .forEach(letter -> context.forward(letter.record(), Nodes.sink(Topics.REJECTED)));
  }

  private void sendWithdrawals(Outbox outbox) {
    for (WithdrawalMessage message : outbox.withdrawals()) {
      forward(WithdrawalCodec.key(message), WithdrawalCodec.value(message), Nodes.WITHDRAWALS);
    }
  }

  private void sendMoorings(DossierState state) {
    state.forEachChangedMooring(
        (pair, city, mooring) ->
            moorings.write(RowKeys.mooring(pair, city), Rows.mooring(pair, city, mooring)));
  }

  private void sendStances(Outbox outbox) {
    outbox
        .stances()
        .forEach(
            (key, last) ->
                stances.write(
                    RowKeys.stance(key.parties(), key.key()),
                    Rows.stance(key.parties(), key.key(), last)));
  }

  private void sendDifferences(Tallies tallies) {
    for (Scope scope : Scope.values()) {
      tallies
          .of(scope)
          .forEach(
              (id, tally) -> {
                byte[] key = new ScopeId(scope, id).toBytes();
                TallyCodec.write(tally, piece -> forward(key, piece, Nodes.DIFFERENCES));
              });
    }
  }

  private void sendLedger(DossierState state) {
    if (state.ledgerChanged()) {
      int partition = context.taskId().partition();
      ledger.write(Integer.toString(partition), state.ledger().row(partition));
    }
  }

  private void forward(byte[] key, byte[] value, String internalTopic) {
    context.forward(
        new Record<>(key, value, context.currentSystemTimeMs()), Nodes.into(internalTopic));
  }
}
