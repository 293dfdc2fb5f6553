package dev.mooring.topology.state;

/** In RocksDB. */
class RocksRestoreTest extends RestoreOnDiskContract {

  @Override
  DossierState state() {
    return new DossierState(space());
  }
}
