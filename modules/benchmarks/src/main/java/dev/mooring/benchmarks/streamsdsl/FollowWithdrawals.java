package dev.mooring.benchmarks.streamsdsl;

import dev.mooring.metrics.Withdrawals;
import dev.mooring.topology.state.Outbox;
import dev.mooring.topology.state.WithdrawalCodec;
import dev.mooring.topology.state.WithdrawalMessage;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Lets all relationships of a bank in this partition follow its withdrawals. */
final class FollowWithdrawals implements Processor<byte[], byte[], String, Outbox> {

  private ProcessorContext<String, Outbox> context;
  private Relationships relationships;

  @Override
  public void init(ProcessorContext<String, Outbox> processorContext) {
    context = processorContext;
    relationships = new Relationships(context);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    WithdrawalMessage message = WithdrawalCodec.read(record.key(), record.value());
    relationships.take(message);
    Withdrawals now = relationships.withdrawalsOf(message.bank());
    for (String key : relationships.keysOf(message.bank())) {
      Outbox outbox = relationships.follow(key, now);
      context.forward(new Record<>(key, outbox, record.timestamp()));
    }
  }
}
