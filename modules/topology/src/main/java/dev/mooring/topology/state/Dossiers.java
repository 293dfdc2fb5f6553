package dev.mooring.topology.state;

import java.util.List;
import java.util.function.Consumer;

/** Where the dossiers of a task lie. A process has one kind: which one is a setting. */
sealed interface Dossiers permits DossierTable, RocksDossiers {

  /** The dossier of a key, with all its contents; null when there is none. */
  KeptDossier get(byte[] key);

  /** Adds a dossier whose key is not there yet. */
  void add(KeptDossier dossier);

  /** Visits the dossiers of a bucket, each once and as it is now; they are not to be changed. */
  void forEachIn(int bucket, Consumer<KeptDossier> visitor);

  /** The dossiers of a bank. */
  Followers followers(String bank);

  /**
   * A segment of a dossier has been restored.
   *
   * @param before how many segments the dossier had
   */
  void restored(KeptDossier dossier, int segment, int before);

  /** Keeps what changed of the dossiers that were in use: it has been logged. */
  void settle(List<KeptDossier> touched);

  /** Forgets all, and gives back what it takes. */
  void clear();
}
