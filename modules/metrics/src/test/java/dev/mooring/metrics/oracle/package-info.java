/**
 * The oracle: sections 2.5, 3 and 4 of the contract in their simplest reading, over a plain list of
 * events, and the generated histories on which it is compared with what it checks.
 *
 * <p>It is written apart from the fold, and must know nothing of it: two readings of the contract
 * that agree are a proof of sorts, one reading used twice is none. It is shared as a test jar with
 * the tests of other modules; {@link dev.mooring.metrics.oracle.EventBuilder} makes the events of
 * all of them.
 */
package dev.mooring.metrics.oracle;
