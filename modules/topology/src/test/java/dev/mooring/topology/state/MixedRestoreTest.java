package dev.mooring.topology.state;

/** By turns on the heap and in RocksDB: whatever wrote a changelog, the other goes on with it. */
class MixedRestoreTest extends RestoreOnDiskContract {

  private int made;

  @Override
  DossierState state() {
    return made++ % 2 == 0 ? new DossierState(space()) : new DossierState();
  }
}
