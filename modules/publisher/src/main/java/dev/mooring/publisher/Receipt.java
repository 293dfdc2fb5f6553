package dev.mooring.publisher;

/**
 * Where a record lies, now that all in-sync replicas of its partition have it.
 *
 * @param partition partition of the topic
 * @param offset place in the partition
 */
public record Receipt(int partition, long offset) {}
