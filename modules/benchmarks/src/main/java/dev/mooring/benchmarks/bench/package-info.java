/**
 * The bench: starts a broker, loads a history once, runs each contender in a JVM of its own, holds
 * its rows against the oracle's, and prints one table.
 */
package dev.mooring.benchmarks.bench;
