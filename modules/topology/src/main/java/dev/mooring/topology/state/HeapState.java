package dev.mooring.topology.state;

/** What a {@link HeapStore} keeps. */
public interface HeapState {

  /**
   * Takes back what was logged.
   *
   * @param value null when the entry was removed
   */
  void restore(byte[] key, byte[] value);

  /** Logs everything that has changed since the last commit, each entry once. */
  void log(Changelog changelog);

  /** Forgets everything: the store may be opened again with what a changelog holds. */
  void clear();

  /** Takes the entries of a changelog. */
  @FunctionalInterface
  interface Changelog {

    /**
     * Logs an entry.
     *
     * @param value null to remove it
     */
    void put(byte[] key, byte[] value);
  }
}
