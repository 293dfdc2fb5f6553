package dev.mooring.topology.state;

import java.util.ArrayList;
import java.util.List;

/** Dossiers that lie on the heap. */
final class FollowerList implements Followers {

  private final List<KeptDossier> dossiers = new ArrayList<>();
  private int followed;

  @Override
  public void add(KeptDossier dossier) {
    dossiers.add(dossier);
  }

  @Override
  public void restart() {
    followed = 0;
  }

  @Override
  public List<KeptDossier> next(int most) {
    int from = followed;
    followed = Math.min(dossiers.size(), from + most);
    return dossiers.subList(from, followed);
  }

  @Override
  public boolean hasNext() {
    return followed < dossiers.size();
  }
}
