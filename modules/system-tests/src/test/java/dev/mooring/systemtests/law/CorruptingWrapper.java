package dev.mooring.systemtests.law;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Now and then throws what Kafka Streams throws when the state of a task cannot be trusted, before
 * or after a record has been processed. The task is then revived with the same objects.
 */
public final class CorruptingWrapper implements ProcessorWrapper {

  /** Setting: about one in so many records. */
  static final String ONE_IN = "mooring.test.corrupt.one.in";

  /** Setting: at most so many times. */
  static final String MOST = "mooring.test.corrupt.most";

  /** What the log says when it throws. */
  static final String SAID = "corrupting task";

  private static final Logger LOG = LoggerFactory.getLogger(CorruptingWrapper.class);

  private final AtomicInteger left = new AtomicInteger();
  private int oneIn;

  @Override
  public void configure(Map<String, ?> settings) {
    oneIn = Integer.parseInt(settings.get(ONE_IN).toString());
    left.set(Integer.parseInt(settings.get(MOST).toString()));
  }

  @Override
  public <K, V, L, W> WrappedProcessorSupplier<K, V, L, W> wrapProcessorSupplier(
      String name, ProcessorSupplier<K, V, L, W> supplier) {
    return ProcessorWrapper.asWrapped(
        new ProcessorSupplier<K, V, L, W>() {
          @Override
          public Processor<K, V, L, W> get() {
            return new Corrupting<>(name, supplier.get());
          }

          @Override
          public Set<org.apache.kafka.streams.state.StoreBuilder<?>> stores() {
            return supplier.stores();
          }
        });
  }

  @Override
  public <K, V, W> WrappedFixedKeyProcessorSupplier<K, V, W> wrapFixedKeyProcessorSupplier(
      String name, FixedKeyProcessorSupplier<K, V, W> supplier) {
    return ProcessorWrapper.asWrappedFixedKey(supplier);
  }

  private final class Corrupting<K, V, L, W> implements Processor<K, V, L, W> {

    private final String name;
    private final Processor<K, V, L, W> processor;
    private final Random random = new Random();
    private ProcessorContext<L, W> context;

    Corrupting(String name, Processor<K, V, L, W> processor) {
      this.name = name;
      this.processor = processor;
    }

    @Override
    public void init(ProcessorContext<L, W> processorContext) {
      context = processorContext;
      processor.init(processorContext);
    }

    @Override
    public void process(Record<K, V> record) {
      processor.process(record);
      if (context.taskId().partition() != 0
          && random.nextInt(oneIn) == 0
          && left.getAndDecrement() > 0) {
        LOG.warn("{} {} in {}", SAID, context.taskId(), name);
        throw new TaskCorruptedException(Set.of(context.taskId()));
      }
    }

    @Override
    public void close() {
      processor.close();
    }
  }
}
