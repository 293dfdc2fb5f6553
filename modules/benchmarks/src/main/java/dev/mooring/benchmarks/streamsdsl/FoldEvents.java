package dev.mooring.benchmarks.streamsdsl;

import dev.mooring.benchmarks.peer.Changes;
import dev.mooring.contract.event.Event;
import dev.mooring.metrics.Fact;
import dev.mooring.metrics.Fingerprint;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Folds each event into its relationship, and sends on what that changes. */
final class FoldEvents implements Processor<String, Event, String, Changes> {

  private ProcessorContext<String, Changes> context;
  private Relationships relationships;

  @Override
  public void init(ProcessorContext<String, Changes> processorContext) {
    context = processorContext;
    relationships = new Relationships(context);
  }

  @Override
  public void process(Record<String, Event> record) {
    Fact fact = Fact.of(record.value(), Fingerprint.of(record.value()));
    context.forward(record.withValue(relationships.take(record.key(), fact)));
  }
}
