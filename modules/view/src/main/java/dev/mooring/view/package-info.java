/**
 * Reads what Mooring's topics hold: rows by key, as of now, and events as they stand in the log.
 *
 * <p>{@link dev.mooring.view.RowSource} is how rows are asked for, wherever they come from; {@link
 * dev.mooring.view.TopicReader} reads them from Kafka.
 */
package dev.mooring.view;
