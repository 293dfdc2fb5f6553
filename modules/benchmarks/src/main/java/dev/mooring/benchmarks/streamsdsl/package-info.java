/**
 * The same job on the DSL of Kafka Streams, as its tutorials would have it: tables of aggregates,
 * one after the other, in stores as they come.
 */
package dev.mooring.benchmarks.streamsdsl;
