/**
 * How soon a published event shows in the rows: events are due at fixed times, some of them are
 * probes, and readers of committed rows note when each probe's row appears.
 */
package dev.mooring.benchmarks.latency;
