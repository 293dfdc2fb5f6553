package dev.mooring.replay.archive;

/** Is told how far a long work has come. Called on the thread that works. */
public interface ArchiveProgress {

  /** Nobody looks. */
  ArchiveProgress NONE =
      new ArchiveProgress() {
        @Override
        public void begins(String task, long total) {}

        @Override
        public void comesTo(long done) {}
      };

  /**
   * A part of the work begins.
   *
   * @param task what is done, in a word or two
   * @param total how much there is to do, in bytes or records
   */
  void begins(String task, long total);

  /** So much of the part is done. */
  void comesTo(long done);
}
