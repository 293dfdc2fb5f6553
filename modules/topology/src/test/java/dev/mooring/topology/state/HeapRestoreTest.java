package dev.mooring.topology.state;

/** On the heap. */
class HeapRestoreTest extends RestoreContract {

  @Override
  DossierState state() {
    return new DossierState();
  }
}
