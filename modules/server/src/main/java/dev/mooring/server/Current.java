package dev.mooring.server;

import dev.mooring.view.Snapshot;
import dev.mooring.view.View;

/** The view's present snapshot, with what was worked out from it. */
final class Current {

  private final View view;
  private volatile SnapshotState state;

  Current(View view) {
    this.view = view;
  }

  @SuppressWarnings("ReferenceEquality") // a view gives the same object until something changes
  SnapshotState get() {
    Snapshot snapshot = view.snapshot();
    SnapshotState known = state;
    if (known != null && known.snapshot() == snapshot) {
      return known;
    }
    SnapshotState fresh = new SnapshotState(snapshot);
    state = fresh;
    return fresh;
  }
}
