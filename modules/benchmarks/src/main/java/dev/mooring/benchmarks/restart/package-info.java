/**
 * What it takes a topology to be back after it was stopped or killed in mid-run: until it runs,
 * until it has restored its state, until it has caught up.
 */
package dev.mooring.benchmarks.restart;
