/**
 * The steps of the hot path one by one, by JMH: time and bytes allocated of each, so that a
 * regression can be found where it is. What JMH calls has to be public and not final.
 */
package dev.mooring.benchmarks.jmh;
