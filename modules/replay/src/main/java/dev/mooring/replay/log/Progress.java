package dev.mooring.replay.log;

/** Is told how far a reading has come, on the thread that asked for it. */
@FunctionalInterface
public interface Progress {

  /** Of somebody who does not want to know. */
  Progress NONE = (read, total) -> {};

  /** So many records of so many have been read. */
  void read(long records, long total);
}
