/** The folds and the ratios: pure Java, no Kafka, no clock, no I/O. */
package dev.mooring.metrics;
