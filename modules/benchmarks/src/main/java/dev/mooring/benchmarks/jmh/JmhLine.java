package dev.mooring.benchmarks.jmh;

import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One benchmark.
 *
 * @param name class and method, and parameters where it has some
 * @param score time of an operation
 * @param error half the width of the interval that holds it at 99.9 %; NaN for too few iterations
 * @param unit of both
 * @param bytes allocated by an operation; NaN when not told
 */
record JmhLine(String name, double score, double error, String unit, double bytes) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  static JmhLine of(RunResult run) {
    Result<?> score = run.getPrimaryResult();
    BenchmarkResult all = run.getAggregatedResult();
    Result<?> allocated = all.getSecondaryResults().get(ALLOCATED);
    return new JmhLine(
        name(run),
        score.getScore(),
        score.getScoreError(),
        score.getScoreUnit(),
        allocated == null ? Double.NaN : allocated.getScore());
  }

  private static String name(RunResult run) {
    String method = run.getParams().getBenchmark();
    String withClass = method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1);
    StringBuilder name = new StringBuilder(withClass.replace("Benchmark.", " "));
    run.getParams()
        .getParamsKeys()
        .forEach(key -> name.append(" %s=%s".formatted(key, run.getParams().getParam(key))));
    return name.toString();
  }
}
