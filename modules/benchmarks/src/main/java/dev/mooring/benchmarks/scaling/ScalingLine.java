package dev.mooring.benchmarks.scaling;

/**
 * One shape.
 *
 * @param eventsPerSecond from when the events could be read until all hops had committed them
 * @param ratio to the first shape
 * @param engineCpuPerMillion processor seconds per million events, of all instances
 * @param brokerCpuPerMillion processor seconds per million events, of the broker
 * @param rows rows made
 * @param differentRows how many of these are not the oracle's
 */
record ScalingLine(
    int instances,
    int threads,
    double eventsPerSecond,
    double ratio,
    double engineCpuPerMillion,
    double brokerCpuPerMillion,
    long rows,
    long differentRows) {

  ScalingLine against(ScalingLine first) {
    return new ScalingLine(
        instances,
        threads,
        eventsPerSecond,
        eventsPerSecond / first.eventsPerSecond,
        engineCpuPerMillion,
        brokerCpuPerMillion,
        rows,
        differentRows);
  }

  String check() {
    return differentRows == 0 ? "%,d equal".formatted(rows) : "%,d WRONG".formatted(differentRows);
  }
}
