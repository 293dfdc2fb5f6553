/**
 * Generated histories: seeded, realistic in their proportions, and made up. {@link
 * dev.mooring.benchmarks.history.HistoryGenerator} yields them as events in the order in which they
 * are published.
 *
 * <p>The same configuration gives the same events, byte for byte, on every machine: randomness
 * comes from one named algorithm, logarithms and powers from {@link java.lang.StrictMath}, and
 * nothing depends on the order of a hash table.
 */
package dev.mooring.benchmarks.history;
