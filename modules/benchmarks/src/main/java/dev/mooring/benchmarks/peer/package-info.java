/**
 * What the peers need around the library of folds to do Mooring's whole job: metrics of parts that
 * are kept apart, and rows as records.
 */
package dev.mooring.benchmarks.peer;
