/** Side by side with peers and limits. */
package dev.mooring.benchmarks;
