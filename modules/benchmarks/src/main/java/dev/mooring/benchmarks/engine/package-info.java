/**
 * Ways of going through all events, each in a JVM of its own: the limits that Mooring is measured
 * against, and Mooring. A new one implements {@link dev.mooring.benchmarks.engine.EngineRun}.
 */
package dev.mooring.benchmarks.engine;
