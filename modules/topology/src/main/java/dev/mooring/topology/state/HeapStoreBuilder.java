package dev.mooring.topology.state;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds a {@link HeapStore} a task. Its changelog is compacted, as is Kafka Streams' custom, with
 * no limit of time or size.
 *
 * @param <S> what the stores keep
 */
public final class HeapStoreBuilder<S extends HeapState> implements StoreBuilder<HeapStore<S>> {

  private final String name;
  private final Supplier<S> states;

  /** Builds stores of a name, each with a state of its own. */
  public HeapStoreBuilder(String name, Supplier<S> states) {
    this.name = name;
    this.states = states;
  }

  @Override
  public HeapStore<S> build() {
    return new HeapStore<>(name, states.get());
  }

  @Override
  public StoreBuilder<HeapStore<S>> withCachingEnabled() {
    return this;
  }

  @Override
  public StoreBuilder<HeapStore<S>> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<HeapStore<S>> withLoggingEnabled(Map<String, String> config) {
    return this;
  }

  @Override
  public StoreBuilder<HeapStore<S>> withLoggingDisabled() {
    throw new UnsupportedOperationException(
        "store " + name + " is on the heap only: without its changelog it could not be recovered");
  }

  @Override
  public Map<String, String> logConfig() {
    return Map.of();
  }

  @Override
  public boolean loggingEnabled() {
    return true;
  }

  @Override
  public String name() {
    return name;
  }
}
