/**
 * What more threads and more instances bring: the same history is folded by each shape of the
 * topology, on a cluster of its own.
 */
package dev.mooring.benchmarks.scaling;
