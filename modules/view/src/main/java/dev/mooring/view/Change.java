package dev.mooring.view;

import dev.mooring.contract.TopicSpec;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * One row became another.
 *
 * @param topic of which topic
 * @param key of which row
 * @param before what stood there; empty when there was none
 * @param after what stands there now; empty when the row was withdrawn
 * @param partition partition of the record that says so
 * @param offset offset of the record that says so
 */
public record Change(
    TopicSpec topic,
    String key,
    Optional<SpecificRecord> before,
    Optional<SpecificRecord> after,
    int partition,
    long offset) {}
