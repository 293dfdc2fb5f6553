/**
 * The edges of Mooring, where people meet it: its command as a process, from its start to its end,
 * and what it is held against.
 */
package dev.mooring.benchmarks.edges;
