/**
 * Rows of output topics as sorted files, so that what one process made can be held against
 * another's.
 */
package dev.mooring.benchmarks.rows;
