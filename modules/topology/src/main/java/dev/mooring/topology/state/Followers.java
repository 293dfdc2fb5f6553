package dev.mooring.topology.state;

import java.util.List;

/**
 * The dossiers of one bank, some at a time: each that was there at the last {@link #restart} is
 * told once at least.
 */
interface Followers {

  /** Adds a dossier, which is no further behind than those that are yet to follow. */
  void add(KeptDossier dossier);

  /** Begins anew. */
  void restart();

  /** The next dossiers: no more than so many, besides those that are in use already. */
  List<KeptDossier> next(int most);

  /** Whether there may be more. */
  boolean hasNext();
}
