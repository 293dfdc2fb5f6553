/**
 * The law of Mooring (contract, section 3) and its metrics (section 4) as pure Java: no Kafka, no
 * clock, no I/O.
 *
 * <p>Read it in this order:
 *
 * <ol>
 *   <li>{@link dev.mooring.metrics.Fact}: what an event says, as far as a metric depends on it, and
 *       {@link dev.mooring.metrics.FactOrder}: which revision stands, and what came first;
 *   <li>{@link dev.mooring.metrics.MooringState}: the life of one mooring, one fact after the other
 *       (4.1);
 *   <li>{@link dev.mooring.metrics.Moorings}: which moorings a bank and a firm have, and which
 *       facts belong to each (4.1);
 *   <li>{@link dev.mooring.metrics.Contributions}: what an event and a mooring add to the counts of
 *       their bank, city and country (4.2);
 *   <li>{@link dev.mooring.metrics.Dossier}: all facts under one key, and the change of the counts
 *       when one more arrives: add what is new, take away what was;
 *   <li>{@link dev.mooring.metrics.Tally}: such counts summed, and {@link
 *       dev.mooring.metrics.Rows}: the rows that they make;
 *   <li>{@link dev.mooring.metrics.Ratios}, {@link dev.mooring.metrics.ReasonShares}, {@link
 *       dev.mooring.metrics.Momentum} and {@link dev.mooring.metrics.Ranking}: what is read from
 *       rows rather than stored in them;
 *   <li>{@link dev.mooring.metrics.Explanation}: the events behind a number.
 * </ol>
 *
 * <p>Tallies form a commutative group under addition. So it does not matter in which order, in how
 * many parts or where differences are added up: that is why every row is a function of the set of
 * events alone.
 */
package dev.mooring.metrics;
