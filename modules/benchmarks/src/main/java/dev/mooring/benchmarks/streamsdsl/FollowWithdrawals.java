package dev.mooring.benchmarks.streamsdsl;

import dev.mooring.benchmarks.peer.Changes;
import dev.mooring.metrics.Withdrawals;
import dev.mooring.topology.state.WithdrawalCodec;
import dev.mooring.topology.state.WithdrawalMessage;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Lets all relationships of a bank in this partition follow its withdrawals. */
final class FollowWithdrawals implements Processor<byte[], byte[], String, Changes> {

  private ProcessorContext<String, Changes> context;
  private Relationships relationships;

  @Override
  public void init(ProcessorContext<String, Changes> processorContext) {
    context = processorContext;
    relationships = new Relationships(context);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    WithdrawalMessage message = WithdrawalCodec.read(record.key(), record.value());
    relationships.take(message);
    Withdrawals now = relationships.withdrawalsOf(message.bank());
    for (String key : relationships.keysOf(message.bank())) {
      Changes outbox = relationships.follow(key, now);
      context.forward(new Record<>(key, outbox, record.timestamp()));
    }
  }
}
