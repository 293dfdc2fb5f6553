/**
 * Reads what Mooring's topics hold: rows by key, and events as they stand in the log.
 *
 * <p>{@link dev.mooring.view.View} is rows that live on: {@link dev.mooring.view.KafkaView} reads
 * them from Kafka, {@link dev.mooring.view.InMemoryView} takes them from a program. A {@link
 * dev.mooring.view.Snapshot} is how rows are asked for, wherever they come from; {@link
 * dev.mooring.view.TopicReader} reads one and is done.
 */
package dev.mooring.view;
