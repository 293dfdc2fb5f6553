package dev.mooring.topology.state;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * A store whose state lies on the heap, and which is told of each commit before it is made.
 *
 * <p>Kafka Streams flushes the caches of a task's stores before it collects the offsets to commit:
 * what is logged and forwarded then is part of the same transaction as the offsets, and of no
 * other. {@link CachedStateStore}, by which a store is asked to flush, is internal to Kafka
 * Streams, as is {@link InternalProcessorContext#logChange}. This class is the only one that knows
 * of either, along with {@link CommitForwarding}; hence the version of Kafka is pinned.
 *
 * <p>A task that was corrupted is revived with the same objects: {@code close} and {@code init}
 * both leave nothing behind. Otherwise events of an aborted transaction would look like repeats,
 * and be lost.
 *
 * @param <S> what it keeps
 */
public final class HeapStore<S extends HeapState>
    implements StateStore, CachedStateStore<byte[], byte[]> {

  private final String name;
  private final S state;
  private InternalProcessorContext<?, ?> context;
  private Runnable beforeCommit;
  private boolean open;

  HeapStore(String name, S state) {
    this.name = name;
    this.state = state;
  }

  /** What it keeps. */
  public S state() {
    return state;
  }

  /** Sets what is done before each commit, after the state has been logged. */
  public void beforeCommit(Runnable action) {
    beforeCommit = action;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext storeContext, StateStore root) {
    context = (InternalProcessorContext<?, ?>) storeContext;
    empty();
    storeContext.register(root, state::restore);
    open = true;
  }

  /**
   * When it fails, part of what belongs to the commit has been sent. If a task is corrupted, Kafka
   * Streams commits the others of its thread, and that part with them, since they share a
   * transaction: so it must not learn of it as such. Any other failure ends the thread, and aborts
   * the transaction.
   */
  @Override
  public void flushCache() {
    if (beforeCommit != null) {
      try {
        state.log(this::log);
        beforeCommit.run();
      } catch (TaskCorruptedException e) {
        throw new StreamsException("the commit of store " + name + " was left half sent", e);
      }
    }
  }

  /** A task that turns from active to standby has just committed: nothing is pending. */
  @Override
  public void clearCache() {
    beforeCommit = null;
  }

  @Override
  public boolean setFlushListener(
      CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
    return false;
  }

  @Override
  public void close() {
    empty();
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private void empty() {
    beforeCommit = null;
    state.clear();
  }

  private void log(byte[] key, byte[] value) {
    context.logChange(
        name,
        Bytes.wrap(key),
        value,
        context.currentSystemTimeMs(),
        new RecordHeaders(),
        Position.emptyPosition());
  }
}
