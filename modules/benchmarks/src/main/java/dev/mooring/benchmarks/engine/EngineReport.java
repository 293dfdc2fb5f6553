package dev.mooring.benchmarks.engine;

/**
 * What an engine's process tells of itself.
 *
 * @param records events read
 * @param seconds from the start to the stop of the watch
 * @param cpuSeconds of the process in this time
 * @param peakRssBytes most memory that the process ever had, when the watch was stopped; null where
 *     the system does not tell
 * @param rows number of rows; null for an engine that makes none
 */
public record EngineReport(
    long records, double seconds, double cpuSeconds, Long peakRssBytes, Long rows) {}
