package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record of rows or events, read again.
 *
 * @param value the row or event; empty where a row was withdrawn
 * @param recorded when the cluster got it
 */
public record PastRecord(
    TopicSpec topic,
    String key,
    Optional<SpecificRecord> value,
    int partition,
    long offset,
    Instant recorded) {}
