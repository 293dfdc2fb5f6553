package dev.mooring.topology;

import dev.mooring.topology.state.RocksSpace;

/**
 * Where an instance keeps what it knows of relationships while it runs. Either way the changelog
 * has all of it, so another start may have another store.
 */
public sealed interface RelationshipStore {

  /** On the heap: the fastest, as long as it fits. */
  record Heap() implements RelationshipStore {}

  /**
   * In RocksDB, in the state directory.
   *
   * @param memory bytes of native memory for the whole instance
   */
  record RocksDb(long memory) implements RelationshipStore {

    public RocksDb {
      if (memory < RocksSpace.LEAST_MEMORY) {
        throw new IllegalArgumentException(
            "memory of RocksDB: %d bytes, should be at least %d"
                .formatted(memory, RocksSpace.LEAST_MEMORY));
      }
    }
  }
}
