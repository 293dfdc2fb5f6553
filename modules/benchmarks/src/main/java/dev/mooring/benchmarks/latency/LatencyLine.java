package dev.mooring.benchmarks.latency;

/**
 * One engine at one rate.
 *
 * @param rate events per second
 * @param probes how many were measured
 * @param mooring until the row of the probe's mooring showed: one hop
 * @param bank until the row of the probe's bank showed: two hops
 * @param engineCpu processors that the engine's process kept busy meanwhile
 * @param brokerCpu processors that the broker kept busy meanwhile
 */
record LatencyLine(
    String engine,
    String what,
    int rate,
    int probes,
    Quantiles mooring,
    Quantiles bank,
    double engineCpu,
    double brokerCpu) {}
