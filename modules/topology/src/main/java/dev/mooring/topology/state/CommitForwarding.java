package dev.mooring.topology.state;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;

/**
 * Lets a processor forward while a task prepares a commit, when no record is being processed: it
 * stands in as the current node, as the caching stores of Kafka Streams do when they flush.
 */
public final class CommitForwarding {

  private static final int NOWHERE = -1;

  private final InternalProcessorContext<?, ?> context;
  private final ProcessorNode<?, ?, ?, ?> node;

  /** Of the processor that is being initialised with a context. */
  public CommitForwarding(ProcessorContext<?, ?> context) {
    this.context = (InternalProcessorContext<?, ?>) context;
    this.node = this.context.currentNode();
  }

  /** Runs something that forwards. */
  public void run(Runnable forwarding) {
    ProcessorNode<?, ?, ?, ?> previousNode = context.currentNode();
    ProcessorRecordContext previousRecord = context.recordContext();
    context.setCurrentNode(node);
    context.setRecordContext(
        new ProcessorRecordContext(
            context.currentSystemTimeMs(), NOWHERE, NOWHERE, null, new RecordHeaders()));
    try {
      forwarding.run();
    } finally {
      context.setRecordContext(previousRecord);
      context.setCurrentNode(previousNode);
    }
  }
}
