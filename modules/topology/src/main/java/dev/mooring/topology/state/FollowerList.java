package dev.mooring.topology.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Dossiers that lie on the heap. A large bank has hundreds of thousands: they stand in chunks,
 * since to enlarge one array copies all of them.
 */
final class FollowerList implements Followers {

  private static final int CHUNK = 1024;

  private final List<List<KeptDossier>> chunks = new ArrayList<>();
  private int size;
  private int followed;

  @Override
  public void add(KeptDossier dossier) {
    if (size % CHUNK == 0) {
      chunks.add(new ArrayList<>());
    }
    chunks.getLast().add(dossier);
    size++;
  }

  @Override
  public void restart() {
    followed = 0;
  }

  @Override
  public List<KeptDossier> next(int most) {
    List<KeptDossier> next = new ArrayList<>();
    while (hasNext() && next.size() < most) {
      next.add(chunks.get(followed / CHUNK).get(followed % CHUNK));
      followed++;
    }
    return next;
  }

  @Override
  public boolean hasNext() {
    return followed < size;
  }
}
