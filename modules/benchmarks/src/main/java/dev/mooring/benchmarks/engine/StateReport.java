package dev.mooring.benchmarks.engine;

/**
 * What the state of one task takes.
 *
 * @param events that were folded
 * @param relationships that they are of, with those in which no bank or no firm is named
 * @param seconds to make and to fold them
 * @param heapBytes of heap that are in use for the state, after a collection
 * @param nativeBytes of memory that RocksDB has for it
 * @param diskBytes of its files
 * @param changelogBytes that were logged in all
 * @param peakRss most memory of the process, resident; null where the system does not tell
 */
public record StateReport(
    long events,
    long relationships,
    double seconds,
    long heapBytes,
    long nativeBytes,
    long diskBytes,
    long changelogBytes,
    Long peakRss) {}
