package dev.mooring.topology.state;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A store that keeps nothing, but counts as persistent.
 *
 * <p>Kafka Streams gives a process a lasting identity only if some store of its topology is
 * persistent. With one, a process that was killed comes back under its old transactional ids, and
 * so ends its old transaction at once; without one, its successor would wait until that timed out.
 */
public final class IdentityStore implements StateStore {

  private final String name;
  private boolean open;

  private IdentityStore(String name) {
    this.name = name;
  }

  /** Builds such stores. */
  public static StoreBuilder<IdentityStore> builder(String name) {
    return new Builder(name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    context.register(root, (key, value) -> {});
    open = true;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public boolean persistent() {
    return true;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  private record Builder(String name) implements StoreBuilder<IdentityStore> {

    @Override
    public IdentityStore build() {
      return new IdentityStore(name);
    }

    @Override
    public StoreBuilder<IdentityStore> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<IdentityStore> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<IdentityStore> withLoggingEnabled(Map<String, String> config) {
      throw new UnsupportedOperationException("store " + name + " keeps nothing to log");
    }

    @Override
    public StoreBuilder<IdentityStore> withLoggingDisabled() {
      return this;
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }
  }
}
