package dev.mooring.topology;

import dev.mooring.topology.RelationshipStore.Heap;
import dev.mooring.topology.RelationshipStore.RocksDb;
import dev.mooring.topology.state.DossierState;
import dev.mooring.topology.state.RocksSpace;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Makes the relationship stores of an instance, and holds what they share; closed after them. */
final class RelationshipSpace implements AutoCloseable {

  private static final String DIRECTORY = "dossiers";

  private final Path directory;
  private final Supplier<DossierState> states;
  private final Runnable closing;

  private RelationshipSpace(Path directory, Supplier<DossierState> states, Runnable closing) {
    this.directory = directory;
    this.states = states;
    this.closing = closing;
  }

  /**
   * As a configuration has it. The directory lies beside those that Kafka Streams keeps for tasks:
   * it would take what it finds in one of those for state that it may go on with.
   */
  static RelationshipSpace of(TopologyConfig config) {
    Path directory = config.stateDirectory().resolve(config.applicationId()).resolve(DIRECTORY);
    return switch (config.store()) {
      case Heap() -> new RelationshipSpace(directory, DossierState::new, () -> {});
      case RocksDb(long memory) -> {
        RocksSpace rocks = new RocksSpace(directory, memory);
        yield new RelationshipSpace(directory, () -> new DossierState(rocks), rocks::close);
      }
    };
  }

  /** An empty state for every store. */
  Supplier<DossierState> states() {
    return states;
  }

  /** Removes what a killed instance has left; the state directory must be this instance's own. */
  void wipe() {
    RocksSpace.wipe(directory);
  }

  @Override
  public void close() {
    closing.run();
  }
}
