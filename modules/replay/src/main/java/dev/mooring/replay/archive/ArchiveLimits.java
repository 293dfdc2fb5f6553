package dev.mooring.replay.archive;

/**
 * How much an archive does at once.
 *
 * @param openFiles files written to at the same time; each takes about a megabyte of memory
 * @param recordsPerFile after so many records a file is closed
 * @param recordsPerCheckpoint after so many records all files are closed and the manifest is
 *     written: so much is done again after a crash
 */
record ArchiveLimits(int openFiles, long recordsPerFile, long recordsPerCheckpoint) {

  static final ArchiveLimits USUAL = new ArchiveLimits(32, 1_000_000, 2_000_000);
}
