/**
 * The same job on Apache Flink's DataStream API, in a cluster within the engine's JVM.
 *
 * <pre>
 *  events ──&gt; relationships (by bank) ──&gt; rows of moorings and stances
 *                   │
 *                   └──&gt; tallies (by bank, city, country) ──&gt; rows of metrics, daily, reasons
 * </pre>
 *
 * <p>Both stages add up what changes, and send it on just before each checkpoint's barrier.
 */
package dev.mooring.benchmarks.flink;
