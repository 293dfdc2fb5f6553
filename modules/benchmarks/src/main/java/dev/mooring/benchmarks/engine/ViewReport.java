package dev.mooring.benchmarks.engine;

/**
 * What a view took to start.
 *
 * @param rows how many it holds
 * @param seconds from opening until it had caught up
 * @param cpuSeconds of all threads of its process meanwhile
 * @param heapBytes how much more heap was in use then, after a collection, than before
 * @param peakRss most resident memory of the process, bytes; null where the system does not tell
 */
public record ViewReport(
    long rows, double seconds, double cpuSeconds, long heapBytes, Long peakRss) {}
